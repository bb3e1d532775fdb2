package dev.porthole.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StateCountsTest {
    @Test
    void rowsAreCountedByTypeAndState() {
        StateCounts counts = StateCounts.of(Sample.mixed().table());

        assertEquals(2, counts.count(Protocol.TCP, SocketState.LISTEN));
        assertEquals(1, counts.count(Protocol.TCP, SocketState.TIME_WAIT));
        assertEquals(0, counts.count(Protocol.TCP6, SocketState.LISTEN));
        assertEquals(3, counts.count(Protocol.TCP));
        assertEquals(1, counts.count(Protocol.UDP6));
        assertEquals(2, counts.count(SocketState.LISTEN));
        assertEquals(1, counts.count(SocketState.NONE));
    }

    @Test
    void anEmptyTableCountsZero() {
        assertEquals(0, StateCounts.of(SocketTable.empty()).count(SocketState.ESTABLISHED));
    }

    @Test
    void totalsOfRowsAndColumnsAgree() {
        StateCounts counts = StateCounts.of(Sample.mixed().table());

        assertEquals(5, counts.total());
        assertEquals(5, CountScope.ALL.in(counts));
        assertEquals(5, Arrays.stream(Protocol.values()).mapToInt(counts::count).sum());
        assertEquals(
                5, Arrays.stream(SocketState.values()).mapToInt(counts::count).sum());
        assertEquals(
                5,
                CountScope.ALL.cells().stream()
                        .mapToInt(cell -> cell.in(counts))
                        .sum());
    }

    @Test
    void portsThatTimeWaitKeepsAreCountedOnce() {
        var table = new Sample();
        for (int port : new int[] {80, 40_000, 40_000, 40_001}) {
            table.row(Protocol.TCP, SocketState.TIME_WAIT, 0, port, 1, 1, new Owner.None(Owner.Why.TIME_WAIT));
        }
        var limits = new SystemLimits(Optional.of(new PortRange(32_768, 60_999)), OptionalLong.empty());
        SocketTable rows = table.snapshot().table();

        assertEquals(OptionalInt.of(2), tally(rows, limits).timeWaitPorts());
        assertEquals(OptionalInt.empty(), tally(rows, SystemLimits.UNKNOWN).timeWaitPorts());
    }

    private static Tally tally(SocketTable rows, SystemLimits limits) {
        return new Tally(Instant.EPOCH, StateCounts.of(rows), limits, true);
    }

    @Test
    void aQueueIsFullWhenMoreWaitThanMay() {
        Owner owner = Sample.known(Sample.process(1, "x"));
        Sample sample = new Sample();
        for (long waiting : new long[] {0, 128, 129}) {
            sample.row(Protocol.TCP, SocketState.LISTEN, 0, 1, 0, 0, owner)
                    .queues(waiting, 0)
                    .figure(Figure.BACKLOG, 128);
        }
        assertEquals(
                OptionalInt.of(1), StateCounts.of(sample.snapshot().table()).fullAcceptQueues());
        sample.row(Protocol.TCP, SocketState.LISTEN, 0, 1, 0, 0, owner).queues(200, 0);
        assertEquals(
                OptionalInt.empty(), StateCounts.of(sample.snapshot().table()).fullAcceptQueues());
    }

    @Test
    void aSnapshotWithMissingRowsIsNotComplete() {
        assertTrue(Tally.of(Sample.mixed(), SystemLimits.UNKNOWN).complete());
        Snapshot missing = Sample.mixedRows()
                .gap(new Gap(Gap.Kind.TABLE_UNREADABLE, "/proc/net/tcp6", 1, ""))
                .snapshot();
        assertFalse(Tally.of(missing, SystemLimits.UNKNOWN).complete());
    }

    @Test
    void sharesAreOfWhatTheSystemAllows() {
        var limits = new SystemLimits(Optional.of(new PortRange(1, 1000)), OptionalLong.of(50));
        Tally tally = Tally.of(Sample.mixed(), limits);

        assertEquals(OptionalDouble.of(10), Measure.OPEN_FILES_SHARE.of(tally, CountScope.ALL));
        assertEquals(OptionalDouble.of(0), Measure.EPHEMERAL_SHARE.of(tally, CountScope.ALL));
        assertEquals(OptionalDouble.empty(), Measure.FULL_ACCEPT_QUEUES.of(tally, CountScope.ALL));
    }
}
