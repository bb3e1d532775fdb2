package dev.porthole.sockets;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/// The course of a few figures of one socket over the last two minutes, in steps of a tenth of a second: 15 KB.
/// Readings may come at any pace up to that one. For one thread.
public final class FigureHistory {
    /// So many steps are kept: two minutes.
    public static final int LONGEST = 1200;

    private static final long STEP_MILLIS = 100;

    /// A reading speaks for the time since the one before, if that is no longer ago than this: a second and a little
    /// more, for readings that come late. What is longer is a gap.
    private static final long LONGEST_PAUSE = 20;

    private final SocketKey key;
    private final Map<Series, float[]> columns = new EnumMap<>(Series.class);
    private Instant last = Instant.MIN;
    private long step;
    private int size;

    /// What is kept.
    public enum Series {
        /// Round trip: microseconds.
        RTT,
        /// Bytes sent a second.
        SENT,
        /// Bytes received a second.
        RECEIVED;

        private OptionalDouble of(SocketEntry entry) {
            return switch (this) {
                case RTT -> {
                    var rtt = entry.figures().get(Figure.RTT_US);
                    yield rtt.isPresent() ? OptionalDouble.of((double) rtt.getAsLong()) : OptionalDouble.empty();
                }
                case SENT -> entry.pace().sent();
                case RECEIVED -> entry.pace().received();
            };
        }
    }

    public FigureHistory(SocketKey key) {
        this.key = key;
        for (Series series : Series.values()) {
            columns.put(series, new float[LONGEST]);
        }
    }

    public SocketKey key() {
        return key;
    }

    /// Takes the figures of a reading; one that was taken already, or another socket's, is passed over.
    public void add(Instant time, SocketEntry entry) {
        if (!time.isAfter(last) || !entry.key().equals(key)) {
            return;
        }
        last = time;
        long now = time.toEpochMilli() / STEP_MILLIS;
        long passed = size == 0 ? 1 : now - step;
        step = now;
        int steps = (int) Math.min(passed, LONGEST);
        columns.forEach((series, column) -> {
            float value = (float) series.of(entry).orElse(Double.NaN);
            append(column, steps, passed > LONGEST_PAUSE ? Float.NaN : value);
            column[LONGEST - 1] = value;
        });
        size = Math.min(LONGEST, size + steps);
    }

    /// The newest stands at the end.
    private static void append(float[] column, int steps, float value) {
        System.arraycopy(column, steps, column, 0, LONGEST - steps);
        Arrays.fill(column, LONGEST - steps, LONGEST, value);
    }

    /// How much time these values are about.
    public static Duration span(float[] values) {
        return Duration.ofMillis(values.length * STEP_MILLIS);
    }

    /// From the oldest to the newest, a tenth of a second apart; NaN where no reading told.
    public float[] values(Series series) {
        float[] column = columns.get(series);
        return column == null ? new float[0] : Arrays.copyOfRange(column, LONGEST - size, LONGEST);
    }
}
