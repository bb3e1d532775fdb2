package dev.porthole.ui.sockets;

import dev.porthole.engine.SocketMonitor;
import dev.porthole.sockets.Ended;
import dev.porthole.ui.kit.Messages;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Says of how many sockets the table never shows a row.
final class EndedNote {
    private EndedNote() {}

    /// As a tooltip; none where the system does not tell.
    static void show(Control on, @Nullable SocketMonitor monitor) {
        Ended ended = monitor == null ? null : monitor.ended().orElse(null);
        Tooltip shown = on.getTooltip();
        if (ended == null) {
            on.setTooltip(null);
        } else if (shown == null) {
            on.setTooltip(new Tooltip(text(ended)));
        } else {
            shown.setText(text(ended));
        }
    }

    static String text(Ended ended) {
        return Messages.text(ended.lost() ? "sockets.unseen.at-least" : "sockets.unseen", ended.unseen());
    }
}
