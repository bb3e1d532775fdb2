package dev.porthole.sockets.query;

import dev.porthole.sockets.Pace;

/// Conditions on what several readings tell. At the first one no row fits.
final class Paces {
    private static final long MICROS = 1000;

    private Paces() {}

    /// The faster of the two directions, in bytes a second.
    static Condition rate(Value value) throws InvalidQuery {
        Span wanted = value.amount();
        return (snapshot, _) -> {
            Pace pace = snapshot.pace();
            return row -> {
                float sent = pace.sent(row);
                float received = pace.received(row);
                float faster = Float.isNaN(sent) || received > sent ? received : sent;
                return !Float.isNaN(faster) && wanted.holds(Math.round((double) faster));
            };
        };
    }

    /// Since it was first seen. A socket that was there from the start is older than that: it fits `age:>10s` once it
    /// has been seen so long, and never `age:<10s`.
    static Condition age(Value value) throws InvalidQuery {
        Span wanted = value.time();
        return (snapshot, _) -> {
            Pace pace = snapshot.pace();
            return row -> {
                long micros = pace.seenMillis(row) * MICROS;
                boolean told = micros >= 0;
                return told && (pace.sawOpening(row) ? wanted.holds(micros) : wanted.holdsAllFrom(micros));
            };
        };
    }
}
