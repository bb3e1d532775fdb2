package dev.porthole.sockets.source;

import dev.porthole.sockets.SocketKey;
import java.io.IOException;

/// Has the system close a single socket, and never another one.
public interface SocketCloser {
    /// What the system answered.
    enum Answer {
        CLOSED,
        /// It no longer exists; nothing was done to one that may have got its ports.
        GONE,
        /// This user lacks the right.
        DENIED,
        /// This kernel cannot do it, or not in this state.
        UNSUPPORTED,
        /// It exists, and the kernel finds another one by its address: several listen there (SO_REUSEPORT).
        HIDDEN_BY_ANOTHER
    }

    /// Whether this user has the right at all, as far as that can be told beforehand.
    boolean hasRights();

    /// Looks for this very socket again and closes it. Waits at most some seconds.
    ///
    /// @param key of the source's own readings
    /// @throws IOException if the system does not answer; the message says why
    Answer close(SocketKey key) throws IOException;
}
