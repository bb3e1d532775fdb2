package dev.porthole.sockets;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/// The last readings of a few figures of one socket: 1.5 KB. For one thread.
public final class FigureHistory {
    /// So many readings are kept: two minutes at one a second.
    public static final int LONGEST = 120;

    private final SocketKey key;
    private final Map<Series, float[]> columns = new EnumMap<>(Series.class);
    private Instant last = Instant.MIN;
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
        boolean full = size == LONGEST;
        columns.forEach((series, column) -> {
            if (full) {
                System.arraycopy(column, 1, column, 0, LONGEST - 1);
            }
            column[full ? LONGEST - 1 : size] = (float) series.of(entry).orElse(Double.NaN);
        });
        size += full ? 0 : 1;
    }

    /// From the oldest to the newest; NaN where a reading did not tell.
    public float[] values(Series series) {
        float[] column = columns.get(series);
        return column == null ? new float[0] : Arrays.copyOf(column, size);
    }
}
