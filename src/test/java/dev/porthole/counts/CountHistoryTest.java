package dev.porthole.counts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.SocketTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountHistoryTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final CountScope CELL = CountScope.of(Protocol.TCP, SocketState.CLOSE_WAIT);

    private final CountHistory history = new CountHistory();

    @Test
    void theLastHourIsKeptByTheSecond() {
        add(0, 3);
        add(1, 4);
        add(3, 5);

        Series series = history.series(CELL, START, START.plusSeconds(10));
        assertEquals(1, series.step());
        assertArrayEquals(new int[] {3, 4, 5}, series.values());
        long first = START.getEpochSecond();
        assertArrayEquals(new long[] {first, first + 1, first + 3}, series.seconds());
    }

    @Test
    void whatIsOlderIsKeptByThirtySecondsWithItsPeak() {
        add(0, 3);
        add(5, 9);
        add(29, 4);
        add(31, 1);
        add(7200, 2);

        Series series = history.series(CELL, START, START.plusSeconds(7200));
        assertEquals(30, series.step());
        assertArrayEquals(new int[] {4, 1, 2}, series.values());
        assertArrayEquals(new int[] {9, 1, 2}, series.peaks());
    }

    @Test
    void afterAWeekTheOldestMakesRoom() {
        add(0, 3);
        add(7 * 86_400, 4);

        assertArrayEquals(new int[] {4}, history.week(CELL).values());
    }

    @Test
    void sumsAreThoseOfOneMoment() {
        SocketTable.Builder table = new SocketTable.Builder();
        Counted.add(table, Protocol.TCP, SocketState.LISTEN, 2);
        Counted.add(table, Protocol.TCP6, SocketState.LISTEN, 3);
        Counted.add(table, Protocol.UDP, SocketState.NONE, 4);
        history.add(new Tally(START, StateCounts.of(table.build()), SystemLimits.UNKNOWN, true));

        assertArrayEquals(
                new int[] {5},
                history.week(CountScope.tcp(List.of(SocketState.LISTEN))).values());
        assertArrayEquals(new int[] {9}, history.week(CountScope.ALL).values());
        assertEquals(3, history.cells().size());
    }

    @Test
    void whatIsIncompleteIsNotRemembered() {
        history.add(new Tally(START, StateCounts.EMPTY, SystemLimits.UNKNOWN, false));

        assertEquals(0, history.week(CELL).size());
    }

    @Test
    void anEmptyHistoryHasNoNumbers() {
        assertEquals(0, history.week(CELL).size());
        assertEquals(0, history.series(CELL, START, START.plusSeconds(60)).size());
        assertEquals(List.of(), history.cells());
    }

    @Test
    void whatIsDecodedIsWhatWasEncoded() throws InvalidHistory {
        for (int second = 0; second < 10_000; second += 7) {
            add(second, second % 100);
        }
        add(500_000, 12);

        CountHistory back = HistoryCodec.decode(HistoryCodec.encode(history));
        for (CountScope scope : List.of(CELL, CountScope.ALL)) {
            assertArrayEquals(history.week(scope).seconds(), back.week(scope).seconds());
            assertArrayEquals(history.week(scope).values(), back.week(scope).values());
            assertArrayEquals(history.week(scope).peaks(), back.week(scope).peaks());
        }
        Instant last = START.plusSeconds(500_000);
        assertArrayEquals(
                history.series(CELL, last, last).values(),
                back.series(CELL, last, last).values());
        assertEquals(history.cells(), back.cells());
    }

    @Test
    void anEmptyHistoryCanBeKept() throws InvalidHistory {
        assertEquals(
                0, HistoryCodec.decode(HistoryCodec.encode(history)).week(CELL).size());
    }

    @Test
    void damagedBytesAreRefused() {
        add(0, 3);
        byte[] bytes = HistoryCodec.encode(history);
        byte[] turned = bytes.clone();
        turned[bytes.length - 3] ^= 1;

        for (byte[] wrong : List.of(
                new byte[0],
                "no history at all".getBytes(StandardCharsets.UTF_8),
                turned,
                Arrays.copyOf(bytes, bytes.length - 1))) {
            String reason = assertThrows(InvalidHistory.class, () -> HistoryCodec.decode(wrong))
                    .reason();
            assertTrue(reason.startsWith("it"), reason);
        }
    }

    private void add(int second, int closeWait) {
        history.add(Counted.tally(START.plusSeconds(second), closeWait));
    }
}
