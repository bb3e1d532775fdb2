package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.SocketOrder.Column;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SocketOrderTest {
    private static final Snapshot SNAPSHOT = Sample.mixed();

    /// Rows: 0 sshd :22, 1 java :8080, 2 TIME_WAIT :5432, 3 UDP :53 nameless, 4 hidden :3306.
    @ParameterizedTest
    @CsvSource({
        "PROTOCOL, 0 4 2 1 3, 3 1 0 4 2",
        "LOCAL_ADDRESS, 0 4 2 3 1, 1 3 4 2 0",
        "LOCAL_PORT, 0 3 4 2 1, 1 2 4 3 0",
        "REMOTE_ADDRESS, 2 1 0 3 4, 1 2 0 3 4",
        "REMOTE_PORT, 1 2 0 3 4, 2 1 0 3 4",
        "STATE, 1 2 0 4 3, 3 0 4 2 1",
        "RECEIVE_QUEUE, 4 0 1 3 2, 1 0 4 3 2",
        "SEND_QUEUE, 0 4 1 3 2, 1 0 4 3 2",
        "PID, 3 1 0 4 2, 0 1 3 4 2",
        "PROCESS, 1 0 3 4 2, 0 1 3 4 2",
        "USER, 4 0 1 3 2, 1 0 4 3 2",
    })
    void absentValuesComeLastInBothDirections(Column column, String up, String down) {
        assertArrayEquals(rows(up), sorted(new SocketOrder(column, false), SNAPSHOT));
        assertArrayEquals(rows(down), sorted(new SocketOrder(column, true), SNAPSHOT));
    }

    @Test
    void figuresSortByTheirNumbersAndAbsentOnesComeLast() {
        Snapshot snapshot = figures(1000, 9000).snapshotAfter(Duration.ofSeconds(1), figures(0, 0));
        assertArrayEquals(rows("1 0 2 3"), sorted(new SocketOrder(Column.RTT, false), snapshot));
        assertArrayEquals(rows("0 1 2 3"), sorted(new SocketOrder(Column.RTT, true), snapshot));
        assertArrayEquals(rows("1 0 2 3"), sorted(new SocketOrder(Column.SEND_RATE, true), snapshot));
        assertArrayEquals(rows("0 1 2 3"), sorted(new SocketOrder(Column.SEND_RATE, false), snapshot));
        assertArrayEquals(rows("3 2 0 1"), sorted(new SocketOrder(Column.ACCEPT_QUEUE, true), snapshot));
        assertArrayEquals(rows("2 3 0 1"), sorted(new SocketOrder(Column.EXPOSURE, false), snapshot));
    }

    private static Sample figures(long first, long second) {
        Owner owner = Sample.known(Sample.process(5, "nginx"));
        return new Sample()
                .row(Protocol.TCP, SocketState.ESTABLISHED, 1, 1, 2, 443, owner)
                .figure(Figure.RTT_US, 3_000_000_000L)
                .figure(Figure.BYTES_SENT, first)
                .row(Protocol.TCP, SocketState.ESTABLISHED, 1, 2, 2, 443, owner)
                .figure(Figure.RTT_US, 5)
                .figure(Figure.BYTES_SENT, second)
                .row(Protocol.TCP, SocketState.LISTEN, Sample.LOOPBACK, 3, 0, 0, owner)
                .queues(100, 0)
                .figure(Figure.BACKLOG, 4096)
                .row(Protocol.TCP, SocketState.LISTEN, 0, 4, 0, 0, owner)
                .queues(5, 0)
                .figure(Figure.BACKLOG, 4);
    }

    @ParameterizedTest
    @EnumSource
    void equalRowsStayInTheOrderOfTheTable(Column column) {
        Sample sample = new Sample();
        for (int i = 0; i < 100; i++) {
            sample.row(Protocol.TCP, SocketState.LISTEN, 0, 80, 0, 0, Sample.known(Sample.process(5, "nginx")));
        }
        Snapshot same = sample.snapshot();

        assertArrayEquals(Sample.all(same), sorted(new SocketOrder(column, false), same));
        assertArrayEquals(Sample.all(same), sorted(new SocketOrder(column, true), same));
    }

    @Test
    void onlyTheRowsGivenAreSorted() {
        int[] rows = {1, 4, 0};
        SocketOrder.DEFAULT.sort(rows, SNAPSHOT);

        assertArrayEquals(new int[] {0, 4, 1}, rows);
    }

    private static int[] sorted(SocketOrder order, Snapshot snapshot) {
        int[] rows = Sample.all(snapshot);
        order.sort(rows, snapshot);
        return rows;
    }

    private static int[] rows(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /// By every column and in both directions: rows of two snapshots stand as if they were of one.
    @ParameterizedTest
    @EnumSource(Column.class)
    void rowsOfAnotherSnapshotStandAmongThoseOfThisOne(Column column) {
        for (boolean descending : new boolean[] {false, true}) {
            SocketOrder order = new SocketOrder(column, descending);
            int[] all = Sample.all(SNAPSHOT);
            order.sort(all, SNAPSHOT);
            for (int other = 0; other < all.length; other++) {
                int taken = other;
                int[] rest = Arrays.stream(all).filter(row -> row != taken).toArray();
                int[] expected =
                        Arrays.stream(all).map(row -> row == taken ? ~0 : row).toArray();
                int[] merged = order.merge(rest, SNAPSHOT, new int[] {0}, Sample.pick(SNAPSHOT, taken));
                assertArrayEquals(expected, merged, order + " " + taken);
            }
        }
    }
}
