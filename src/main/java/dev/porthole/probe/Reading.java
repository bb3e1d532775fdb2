package dev.porthole.probe;

import java.time.Duration;
import java.util.OptionalInt;

/// How much of an answer is read before the pattern is judged.
public sealed interface Reading {
    /// Reads on until the pattern matches, `limit` bytes came, the server closes or time is up; also, if `quiet` is
    /// longer than zero, until the server was silent for so long after a whole line.
    record UntilMatch(int limit, Duration quiet) implements Reading {
        /// Enough for any greeting; more is kept of no server.
        public static final UntilMatch DEFAULT = new UntilMatch(64 * 1024);

        public UntilMatch(int limit) {
            this(limit, Duration.ofMillis(300));
        }
    }

    /// As Mackerel's check-tcp: up to the first read that does not fill its buffer, so as a rule one segment. With
    /// `atMost` there is one read of at most that many bytes.
    record FirstSegment(OptionalInt atMost) implements Reading {}
}
