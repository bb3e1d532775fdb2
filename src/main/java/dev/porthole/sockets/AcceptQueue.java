package dev.porthole.sockets;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The connections that a listener's program has not accepted yet.
///
/// @param waiting how many there are
/// @param backlog how many the program lets wait; empty where the source does not tell
/// @param dropped how many were turned away since the listener was opened; empty where the source does not tell
public record AcceptQueue(long waiting, OptionalLong backlog, OptionalLong dropped) {
    /// Whether the next connection is turned away. The kernel lets one more wait than the backlog says
    /// (`sk_acceptq_is_full`); false, too, where the backlog is not known.
    public boolean isFull() {
        return isFull(waiting, backlog.orElse(-1));
    }

    /// The same without an object.
    ///
    /// @param backlog -1 where it is not known
    public static boolean isFull(long waiting, long backlog) {
        return backlog >= 0 && waiting > backlog;
    }

    /// The part of the room that is taken, from 0 to 1; empty where the backlog is not known.
    public OptionalDouble fill() {
        return backlog.isPresent()
                ? OptionalDouble.of(Math.min(1, waiting / (backlog.getAsLong() + 1.0)))
                : OptionalDouble.empty();
    }
}
