package dev.porthole.sockets.source;

import dev.porthole.sockets.Reading;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// Which sockets exist: one pass over the system's tables, without owners.
public interface SocketSource extends AutoCloseable {
    /// In words for the status bar: `/proc/net`.
    String name();

    /// Reads all four tables. What could not be read in part is a gap of the reading.
    ///
    /// @throws IOException if the source does not work on this machine at all; the message says why
    Reading read() throws IOException;

    /// Reads those that have this port at either end, for less than a reading of all; empty where the system gives all
    /// of them or none.
    ///
    /// @throws IOException as [#read()]
    default Optional<Reading> read(int port) throws IOException {
        return Optional.empty();
    }

    /// What closes single sockets of its readings; empty where the system has no such thing.
    default Optional<SocketCloser> closer() {
        return Optional.empty();
    }

    /// What looks up single sockets between the readings; empty where the system has no such thing. It is the caller's
    /// to close.
    default Optional<SocketLooker> looker() {
        return Optional.empty();
    }

    /// Tells from now on of sockets that end; empty where the system does not tell. It is the caller's to close.
    default Optional<EndedSource> ended() {
        return Optional.empty();
    }

    /// What names the control groups of its readings.
    default UnitSource units() {
        return Map::of;
    }

    /// Gives back what it holds of the system.
    @Override
    default void close() {}
}
