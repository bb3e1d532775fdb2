package dev.porthole.sockets.source;

import dev.porthole.sockets.SocketTable;
import java.io.IOException;

/// Tells of sockets at the moment they end, also of those that live too briefly for a reading. For one thread at a
// time.
public interface EndedSource extends AutoCloseable {
    /// Waits for the next ones, a second at most, and adds them with their last figures.
    ///
    /// @return whether the system had to throw some away before this
    /// @throws IOException if it tells no more; the message says why
    boolean hear(SocketTable.Builder into) throws IOException;

    @Override
    void close();
}
