package dev.porthole.sockets;

import dev.porthole.net.SocketState;
import java.time.Instant;
import java.util.Optional;

/// What happened to a row of late.
///
/// @param seen of an opened or changed row the first reading that showed it so; of a closed one the last that had it
/// @param former the state before; empty unless the state is what changed
public record Change(Kind kind, Instant seen, Optional<SocketState> former) {
    public enum Kind {
        OPENED,
        /// Another state, or other processes. Traffic is no change: every busy row would be marked at all times.
        CHANGED,
        CLOSED
    }
}
