package dev.porthole.sockets;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/// What only several readings tell of the rows of a snapshot: how fast each socket sends and receives, and how long it
/// has been seen. Columns of primitives, 20 bytes a row. Immutable.
///
/// A socket whose key is new starts afresh, whatever had its ports before. A counter that went back, or that one of the
/// two readings does not tell, gives no rate.
public final class Pace {
    /// Nothing was read yet.
    public static final Pace NOT_YET = new Pace(Duration.ZERO, Duration.ZERO, new long[0], Rates.NONE);

    private static final long ABSENT = -1;

    private final Duration began;
    private final Duration now;
    /// When each row was first seen: nanoseconds of the clock of `now`.
    private final long[] seen;

    private final Rates rates;

    /// A second, of each row; NaN where it is absent, and no numbers at all where it is for all rows.
    private static final class Rates {
        static final Rates NONE = new Rates(new float[0], new float[0], new float[0]);

        private final float[] sent;
        private final float[] received;
        private final float[] retransmits;

        Rates(float[] sent, float[] received, float[] retransmits) {
            this.sent = sent;
            this.received = received;
            this.retransmits = retransmits;
        }

        Rates pick(int[] rows) {
            return sent.length == 0 ? NONE : new Rates(pick(sent, rows), pick(received, rows), pick(retransmits, rows));
        }

        private static float[] pick(float[] column, int[] rows) {
            float[] picked = new float[rows.length];
            for (int row = 0; row < picked.length; row++) {
                picked[row] = rate(column, rows[row]);
            }
            return picked;
        }

        static Rates of(SocketTable before, SocketTable after, int[] previous, double seconds) {
            // Kernels before 4.19 do not count what they send, only what arrives.
            Figure sent = after.tells(Figure.BYTES_SENT) ? Figure.BYTES_SENT : Figure.BYTES_ACKED;
            return new Rates(
                    after.perSecond(sent, before, previous, seconds),
                    after.perSecond(Figure.BYTES_RECEIVED, before, previous, seconds),
                    after.perSecond(Figure.RETRANSMITS, before, previous, seconds));
        }
    }

    private Pace(Duration began, Duration now, long[] seen, Rates rates) {
        this.began = began;
        this.now = now;
        this.seen = seen;
        this.rates = rates;
    }

    /// The pace at the next reading.
    ///
    /// @param before the table that this pace is of
    /// @param diff from that table to `after`
    /// @param at when it was read, on a clock that never jumps
    public Pace next(SocketTable before, SocketTable after, SnapshotDiff diff, Duration at) {
        boolean first = equals(NOT_YET);
        int[] previous = diff.previous();
        long[] since = new long[previous.length];
        long nanos = at.toNanos();
        for (int row = 0; row < since.length; row++) {
            int from = previous[row];
            since[row] = from >= 0 && from < seen.length ? seen[from] : nanos;
        }
        double seconds = at.minus(now).toNanos() / 1e9;
        boolean moved = !first && seconds > 0;
        Rates next = moved ? Rates.of(before, after, previous, seconds) : Rates.NONE;
        return new Pace(first ? at : began, at, since, next);
    }

    /// Of some of the rows.
    Pace pick(int[] rows) {
        if (rows.length == 0 || seen.length == 0) {
            return NOT_YET;
        }
        long[] since = new long[rows.length];
        for (int row = 0; row < since.length; row++) {
            since[row] = seen[rows[row]];
        }
        return new Pace(began, now, since, rates.pick(rows));
    }

    /// Bytes sent a second, those sent again included; NaN where that is not known.
    public float sent(int row) {
        return rate(rates.sent, row);
    }

    /// Bytes received a second; NaN where that is not known.
    public float received(int row) {
        return rate(rates.received, row);
    }

    /// How long the socket has been seen: milliseconds; -1 at the first reading, which cannot tell. If
    /// [#sawOpening] is false it is older than that.
    public long seenMillis(int row) {
        return row < seen.length && !now.equals(began) ? (now.toNanos() - seen[row]) / 1_000_000 : ABSENT;
    }

    /// Whether the socket came up while it was watched: it was not there at the first reading.
    public boolean sawOpening(int row) {
        return row < seen.length && seen[row] != began.toNanos();
    }

    /// All of one row.
    public SocketPace of(int row) {
        long millis = seenMillis(row);
        return new SocketPace(
                told(sent(row)),
                told(received(row)),
                told(rate(rates.retransmits, row)),
                millis == ABSENT ? Optional.empty() : Optional.of(Duration.ofMillis(millis)),
                sawOpening(row));
    }

    private static float rate(float[] column, int row) {
        return row < column.length ? column[row] : Float.NaN;
    }

    private static OptionalDouble told(float rate) {
        return Float.isNaN(rate) ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }
}
