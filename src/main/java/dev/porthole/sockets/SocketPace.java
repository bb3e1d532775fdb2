package dev.porthole.sockets;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/// What several readings tell of one socket; see [Pace].
///
/// @param sent bytes a second, those sent again included
/// @param received bytes a second
/// @param retransmits segments sent again, a second
/// @param seenFor since it was first seen; empty at the first reading
/// @param sawOpening false: it was there at the first reading already and is older than `seenFor`
public record SocketPace(
        OptionalDouble sent,
        OptionalDouble received,
        OptionalDouble retransmits,
        Optional<Duration> seenFor,
        boolean sawOpening) {
    /// Of a single reading.
    public static final SocketPace NONE = new SocketPace(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), false);
}
