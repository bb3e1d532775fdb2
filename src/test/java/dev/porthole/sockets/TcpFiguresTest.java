package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpFiguresTest {
    @Test
    void anAbsentFigureIsNoZeroAndAZeroIsNotAbsent() {
        TcpFigures figures = figures(row(SocketState.ESTABLISHED).figure(Figure.RETRANSMITS, 0));

        assertEquals(OptionalLong.of(0), figures.get(Figure.RETRANSMITS));
        assertEquals(OptionalLong.empty(), figures.get(Figure.RTT_US));
        assertEquals(Optional.empty(), figures.time(Figure.RTT_US));
        assertEquals(Optional.empty(), figures.timer());
        assertEquals(Optional.empty(), figures.v6Only());
    }

    @Test
    void allThirtyTwoBitsCount() {
        TcpFigures figures = figures(row(SocketState.ESTABLISHED)
                .figure(Figure.RTT_US, 0xffff_ffffL)
                .figure(Figure.BYTES_SENT, Long.MAX_VALUE));

        assertEquals(OptionalLong.of(0xffff_ffffL), figures.get(Figure.RTT_US));
        assertEquals(OptionalLong.of(Long.MAX_VALUE), figures.get(Figure.BYTES_SENT));
        assertEquals(Optional.of(Duration.ofNanos(0xffff_ffffL * 1000)), figures.time(Figure.RTT_US));
    }

    @Test
    void onlyAListenerHasAnAcceptQueue() {
        assertEquals(
                OptionalLong.of(3),
                figures(row(SocketState.LISTEN).receiveQueue(3)).acceptQueue());
        assertEquals(
                OptionalLong.empty(),
                figures(row(SocketState.ESTABLISHED).receiveQueue(3)).acceptQueue());
    }

    @ParameterizedTest
    @CsvSource({"1, RETRANSMIT", "2, KEEPALIVE", "3, TIME_WAIT", "4, ZERO_WINDOW_PROBE", "5, UNKNOWN", "255, UNKNOWN"})
    void aTimerHasTheKernelsKind(int code, TcpFigures.TimerKind kind) {
        TcpFigures figures =
                figures(row(SocketState.ESTABLISHED).figure(Figure.TIMER, code).figure(Figure.TIMER_LEFT_MS, 1500));

        assertEquals(Optional.of(new TcpFigures.Timer(kind, Duration.ofMillis(1500))), figures.timer());
    }

    @Test
    void aRowTakesNothingOverFromTheOneThatStoodInItsPlace() {
        SocketTable.Builder table = row(SocketState.ESTABLISHED).figure(Figure.RTT_US, 5);
        table.clear().add(Protocol.TCP, SocketState.TIME_WAIT);

        assertEquals(OptionalLong.empty(), figures(table).get(Figure.RTT_US));
        assertEquals(1, table.build().size());
    }

    private static SocketTable.Builder row(SocketState state) {
        return new SocketTable.Builder().add(Protocol.TCP, state);
    }

    private static TcpFigures figures(SocketTable.Builder table) {
        return TcpFigures.of(table.build(), 0);
    }
}
