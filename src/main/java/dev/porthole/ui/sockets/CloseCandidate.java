package dev.porthole.ui.sockets;

import dev.porthole.engine.ConnectionCloser;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.ui.kit.Messages;
import java.util.Optional;

/// Which connection the selected rows would have closed, or why none.
sealed interface CloseCandidate {
    record Possible(SocketEntry socket) implements CloseCandidate {}

    /// None may be closed.
    ///
    /// @param brief for the menu
    /// @param sentence says what to do about it
    record Refused(String brief, String sentence) implements CloseCandidate {}

    /// Of a row that is still shown while its socket is closed.
    static CloseCandidate closed() {
        return new Refused(Messages.text("end.closed.brief"), Messages.text("close.closed"));
    }

    /// Of the selected rows.
    ///
    /// @param first of them
    /// @param count how many are selected
    static CloseCandidate of(Optional<SocketEntry> first, int count, ConnectionCloser closer) {
        if (first.isEmpty()) {
            return new Refused(Messages.text("end.nothing.brief"), Messages.text("close.nothing"));
        }
        if (count > 1) {
            return new Refused(Messages.text("close.several.brief"), Messages.text("close.several"));
        }
        SocketEntry socket = first.get();
        return closer.refusal(socket)
                .<CloseCandidate>map(refusal -> new Refused(
                        Messages.text("close.refused." + refusal.name() + ".brief"),
                        Messages.text("close.refused." + refusal.name())))
                .orElseGet(() -> new Possible(socket));
    }
}
