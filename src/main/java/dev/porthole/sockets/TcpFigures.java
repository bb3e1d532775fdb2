package dev.porthole.sockets;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a source tells of one socket in numbers. What it does not tell is absent, never 0.
public final class TcpFigures {
    public static final TcpFigures NONE = new TcpFigures(Map.of(), false);

    private final Map<Figure, Long> values;
    private final boolean listens;

    private TcpFigures(Map<Figure, Long> values, boolean listens) {
        this.values = values;
        this.listens = listens;
    }

    static TcpFigures of(SocketTable table, int row) {
        Map<Figure, Long> values = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            table.figure(row, figure).ifPresent(value -> values.put(figure, value));
        }
        return new TcpFigures(values, table.isListening(row));
    }

    public OptionalLong get(Figure figure) {
        Long value = values.get(figure);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// Of a figure in microseconds.
    public Optional<Duration> time(Figure figure) {
        return Optional.ofNullable(values.get(figure)).map(micros -> Duration.ofNanos(micros * 1000));
    }

    /// On LISTEN: how many connections wait to be accepted.
    public OptionalLong acceptQueue() {
        return listens ? get(Figure.RECEIVE_QUEUE) : OptionalLong.empty();
    }

    /// On an IPv6 listener: whether it leaves IPv4 alone.
    public Optional<Boolean> v6Only() {
        return Optional.ofNullable(values.get(Figure.V6_ONLY)).map(flag -> flag != 0);
    }

    /// The timer that runs, if one does.
    public Optional<Timer> timer() {
        Long kind = values.get(Figure.TIMER);
        Long left = values.get(Figure.TIMER_LEFT_MS);
        return kind == null || left == null
                ? Optional.empty()
                : Optional.of(new Timer(TimerKind.of(kind), Duration.ofMillis(left)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TcpFigures that && listens == that.listens && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /// A running timer.
    ///
    /// @param left until it rings, from the moment of the reading
    public record Timer(TimerKind kind, Duration left) {}

    /// `idiag_timer` of `linux/inet_diag.h`.
    public enum TimerKind {
        /// Sends again what was not acknowledged.
        RETRANSMIT,
        /// Asks a silent other end whether it is there.
        KEEPALIVE,
        /// Ends TIME_WAIT.
        TIME_WAIT,
        /// Asks an other end that wants nothing more whether that still holds.
        ZERO_WINDOW_PROBE,
        UNKNOWN;

        static TimerKind of(long code) {
            return code >= 1 && code <= UNKNOWN.ordinal() ? values()[(int) code - 1] : UNKNOWN;
        }
    }
}
