package dev.porthole.ui.sockets;

import dev.porthole.report.Words;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Snapshot;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.StatusBar;

/// The line at the bottom: how many sockets, as of when, from where, what could not be read, and whether the rows stand
/// in order.
final class StatusLine {
    private final StatusBar status;
    private final Label hidden;
    private final Node orderHeld;
    private final Tooltip why = new Tooltip();

    StatusLine(StatusBar status, Label hidden, Node orderHeld) {
        this.status = status;
        this.hidden = hidden;
        this.orderHeld = orderHeld;
        hidden.setTooltip(why);
        Visible.set(hidden, false);
        Visible.set(orderHeld, false);
    }

    void fail(String sentence) {
        status.setText(sentence);
    }

    void show(Arrangement arrangement, boolean paused) {
        Snapshot snapshot = arrangement.snapshot();
        String time = ClockText.time(snapshot.time(), ZoneId.systemDefault());
        status.setText(Messages.text(
                paused ? "sockets.status.paused" : "sockets.status",
                arrangement.open(),
                snapshot.size(),
                time,
                snapshot.source()));
        String missing = Stream.concat(
                        Stream.of(Words.hiddenOwners(snapshot)),
                        snapshot.gaps().stream()
                                .filter(gap -> gap.kind() != Gap.Kind.PROCESS_HIDDEN)
                                .map(Words::gap))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining("  "));
        hidden.setText(missing);
        Visible.set(hidden, !missing.isEmpty());
        why.setText(missing.isEmpty() ? "" : Words.why(Owner.Why.NO_RIGHTS));
        Visible.set(orderHeld, arrangement.isOrderHeld());
    }
}
