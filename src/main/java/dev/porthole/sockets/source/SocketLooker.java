package dev.porthole.sockets.source;

import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.util.List;

/// Looks up single sockets, many times faster than a reading, and never behind one. For one thread at a time.
public interface SocketLooker extends AutoCloseable {
    /// How many sockets are looked up at a time.
    int MOST = 64;

    /// Whether a socket of this kind can be looked up.
    boolean canLookUp(SocketKey key);

    /// Those that exist, as rows in any order. A socket that is not found may exist all the same: one bound to an
    /// interface, a listener that shares its port.
    ///
    /// @param keys of the source's own readings, at most [#MOST]
    /// @throws IOException if the system does not answer; the message says why
    SocketTable lookUp(List<SocketKey> keys) throws IOException;

    @Override
    void close();
}
