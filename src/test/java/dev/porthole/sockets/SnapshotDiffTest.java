package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotDiffTest {
    private record Row(int port, long identity, SocketState state, long sent) {}

    @Test
    void equalTablesDoNotDiffer() {
        SocketTable table = table(List.of(row(1), row(2), row(3)));
        SnapshotDiff diff = SnapshotDiff.between(table, table(List.of(row(1), row(2), row(3))));

        assertEquals("new [] gone [] changed []", words(diff));
        assertEquals(1, diff.previous(1));
    }

    @Test
    void rowsAreNewGoneOrChanged() {
        SocketTable before = table(List.of(row(1), row(2), row(3)));
        SocketTable after = table(List.of(row(4), new Row(1, 1, SocketState.ESTABLISHED, 7), row(3)));

        SnapshotDiff diff = SnapshotDiff.between(before, after);

        assertEquals("new [0] gone [1] changed [1]", words(diff));
        assertEquals(-1, diff.previous(0));
        assertEquals(2, diff.previous(2));
    }

    @Test
    void aReusedPortIsClosedThenOpened() {
        SocketTable before = table(List.of(new Row(80, 1, SocketState.LISTEN, 0)));
        SocketTable after = table(List.of(new Row(80, 2, SocketState.LISTEN, 0)));

        assertEquals("new [0] gone [0] changed []", words(SnapshotDiff.between(before, after)));
    }

    @Test
    void aTimerThatOnlyRanOnIsNoChangeAndOneThatBeganIs() {
        SocketTable before = timer(5000);

        assertEquals("new [] gone [] changed []", words(SnapshotDiff.between(before, timer(4000))));
        assertEquals(
                "new [] gone [] changed [0]",
                words(SnapshotDiff.between(
                        new SocketTable.Builder()
                                .add(Protocol.TCP, SocketState.ESTABLISHED)
                                .build(),
                        before)));
    }

    @Test
    void rowsOfOneKeyCountEachForThemselves() {
        SocketTable one = table(List.of(row(1)));
        SocketTable three = table(List.of(row(1), row(1), row(1)));

        assertEquals("new [1, 2] gone [] changed []", words(SnapshotDiff.between(one, three)));
        assertEquals("new [] gone [1, 2] changed []", words(SnapshotDiff.between(three, one)));
    }

    @Test
    void fromNothingAllIsNewAndToNothingAllIsGone() {
        SocketTable some = table(List.of(row(1), row(2)));

        assertEquals("new [0, 1] gone [] changed []", words(SnapshotDiff.between(SocketTable.empty(), some)));
        assertEquals("new [] gone [0, 1] changed []", words(SnapshotDiff.between(some, SocketTable.empty())));
    }

    @Test
    void aLongStretchThatIsGoneIsSteppedOver() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add(row(i));
        }
        List<Row> rest = new ArrayList<>(rows.subList(0, 100));
        rest.addAll(rows.subList(1100, 3000));

        SnapshotDiff diff = SnapshotDiff.between(table(rows), table(rest));

        assertEquals(0, diff.appeared().length);
        assertEquals(1000, diff.gone().length);
        assertEquals(100, diff.gone()[0]);
    }

    /// Whatever happened in between, in whatever order the rows come.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void appliedToTheFirstTableItGivesTheSecondOne(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(new Row(random.nextInt(300), random.nextInt(400), SocketState.ESTABLISHED, 0));
        }
        for (int step = 0; step < 20; step++) {
            List<Row> next = new ArrayList<>(rows);
            next.removeIf(row -> random.nextInt(20) == 0);
            next.replaceAll(row ->
                    random.nextInt(10) == 0 ? new Row(row.port, row.identity, row.state, random.nextInt(9)) : row);
            for (int i = random.nextInt(40); i > 0; i--) {
                next.add(
                        random.nextInt(next.size()),
                        new Row(random.nextInt(300), random.nextInt(400), SocketState.CLOSE_WAIT, 1));
            }
            if (step % 5 == 4) {
                Collections.shuffle(next, random);
            }
            check(table(rows), table(next));
            rows = next;
        }
    }

    private static void check(SocketTable before, SocketTable after) {
        SnapshotDiff diff = SnapshotDiff.between(before, after);
        SocketTable applied = SnapshotDiff.apply(before, diff);

        assertEquals(after.size(), applied.size());
        for (int row = 0; row < after.size(); row++) {
            assertEquals(after.key(row), applied.key(row));
            assertTrue(after.sameContent(row, applied, row));
        }
        assertEquals(before.size() - diff.gone().length, after.size() - diff.appeared().length);
        // The diff the other way round is its mirror.
        SnapshotDiff back = SnapshotDiff.between(after, before);
        assertEquals(diff.gone().length, back.appeared().length);
        assertEquals(diff.appeared().length, back.gone().length);
    }

    private static String words(SnapshotDiff diff) {
        return "new " + Arrays.toString(diff.appeared()) + " gone " + Arrays.toString(diff.gone()) + " changed "
                + Arrays.toString(diff.changed());
    }

    private static Row row(int port) {
        return new Row(port, port, SocketState.ESTABLISHED, 0);
    }

    private static SocketTable timer(long left) {
        return new SocketTable.Builder()
                .add(Protocol.TCP, SocketState.ESTABLISHED)
                .figure(Figure.TIMER, 2)
                .figure(Figure.TIMER_LEFT_MS, left)
                .build();
    }

    private static SocketTable table(List<Row> rows) {
        SocketTable.Builder table = new SocketTable.Builder();
        for (Row row : rows) {
            table.add(Protocol.TCP, row.state)
                    .local(0, Sample.LOOPBACK, row.port)
                    .identity(row.identity)
                    .figure(Figure.BYTES_SENT, row.sent);
        }
        return table.build();
    }
}
