package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.sockets.query.Query;
import dev.porthole.sockets.query.Reach;
import dev.porthole.sockets.query.SocketFilter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrangementTest {
    /// Ports 22, 8080, 5432, 53, 3306 in the table's order.
    private static final Snapshot MIXED = Sample.mixed();

    @Test
    void rowsStandInTheWantedOrder() {
        assertEquals(List.of(22, 53, 3306, 5432, 8080), ports(arranged(SocketFilter.ALL, false)));
        assertEquals(List.of(8080, 5432, 3306, 53, 22), ports(arranged(SocketFilter.ALL, true)));
    }

    @Test
    void rowsThatDoNotPassAreLeftOutAndCountedNonetheless() {
        Arrangement listeners = arranged(states(EnumSet.of(SocketState.LISTEN)), false);
        assertEquals(List.of(22, 3306), ports(listeners));
        assertEquals(1, listeners.counts().count(SocketState.ESTABLISHED));
        assertEquals(2, listeners.counts().count(SocketState.LISTEN));
    }

    @Test
    void nothingPassesAnEmptySetOfProtocols() {
        SocketFilter none = new SocketFilter(
                EnumSet.noneOf(Protocol.class),
                EnumSet.allOf(SocketState.class),
                EnumSet.allOf(Reach.class),
                Query.ALL);
        assertEquals(0, arranged(none, false).size());
    }

    @Test
    void aHeldRowIsFoundAtItsNewPlace() {
        SocketKey java = MIXED.table().key(1);
        assertEquals(OptionalInt.of(4), arranged(SocketFilter.ALL, false, java).place(java));
        assertEquals(OptionalInt.of(0), arranged(SocketFilter.ALL, true, java).place(java));
        assertEquals(java, arranged(SocketFilter.ALL, true, java).key(0));
    }

    @Test
    void aHeldRowThatIsFilteredOutHasNoPlaceAndStillItsEntry() {
        SocketKey java = MIXED.table().key(1);
        Arrangement listeners = arranged(states(EnumSet.of(SocketState.LISTEN)), false, java);
        assertEquals(OptionalInt.empty(), listeners.place(java));
        assertEquals(Optional.of(MIXED.entry(1)), listeners.entry(java));
    }

    @Test
    void aHeldRowThatIsGoneHasNeither() {
        SocketKey gone = new Sample()
                .row(Protocol.TCP, SocketState.LISTEN, 0, 22, 0, 0, Sample.known(Sample.process(1, "a")))
                .figures(0, 0, 0, 999)
                .snapshot()
                .table()
                .key(0);
        Arrangement arrangement = arranged(SocketFilter.ALL, false, gone);
        assertEquals(OptionalInt.empty(), arrangement.place(gone));
        assertEquals(Optional.empty(), arrangement.entry(gone));
    }

    @Test
    void aRowThatNobodyHoldsIsNotLookedFor() {
        SocketKey java = MIXED.table().key(1);
        assertEquals(OptionalInt.empty(), arranged(SocketFilter.ALL, false).place(java));
    }

    @Test
    void twoListenersOnOnePortAreHeldApart() {
        Snapshot twins = new Sample()
                .row(Protocol.TCP, SocketState.LISTEN, 0, 80, 0, 0, Sample.known(Sample.process(1, "a")))
                .figures(0, 0, 0, 11)
                .row(Protocol.TCP, SocketState.LISTEN, 0, 80, 0, 0, Sample.known(Sample.process(2, "b")))
                .figures(0, 0, 0, 12)
                .snapshot();
        SocketKey second = twins.table().key(1);
        Arrangement arrangement = Arrangement.of(twins, SocketFilter.ALL, SocketOrder.DEFAULT, List.of(second));
        assertEquals(OptionalInt.of(1), arrangement.place(second));
        assertEquals(
                2,
                arrangement.entry(second).orElseThrow().process().orElseThrow().pid());
    }

    @Test
    void aRowHeldTwiceIsNoTrouble() {
        SocketKey java = MIXED.table().key(1);
        assertEquals(
                OptionalInt.of(4), arranged(SocketFilter.ALL, false, java, java).place(java));
    }

    @Test
    void amongVeryManyEveryHeldRowIsAtItsPlace() {
        Snapshot many = ManySockets.snapshot(20_000, 0);
        List<SocketKey> held =
                IntStream.range(0, 200).mapToObj(i -> many.table().key(i * 97)).toList();
        Arrangement arrangement =
                Arrangement.of(many, SocketFilter.ALL, new SocketOrder(SocketOrder.Column.REMOTE_ADDRESS, true), held);
        for (SocketKey key : held) {
            assertEquals(key, arrangement.key(arrangement.place(key).orElseThrow()));
        }
    }

    @Test
    void theNextReadingKeepsWhatStaysAndMissesWhatWent() {
        Snapshot before = ManySockets.snapshot(20_000, 0);
        Snapshot after = ManySockets.snapshot(20_000, 1);
        List<SocketKey> all =
                IntStream.range(0, before.size()).mapToObj(before.table()::key).toList();
        Arrangement arrangement = Arrangement.of(after, SocketFilter.ALL, SocketOrder.DEFAULT, all);
        long gone = all.stream().filter(key -> arrangement.place(key).isEmpty()).count();
        assertEquals(20_000 / 500, gone);
        assertTrue(arrangement.entry(all.get(1)).isPresent());
        assertFalse(arrangement.entry(all.get(0)).isPresent());
    }

    private static Arrangement arranged(SocketFilter filter, boolean descending, SocketKey... held) {
        return Arrangement.of(MIXED, filter, new SocketOrder(SocketOrder.Column.LOCAL_PORT, descending), List.of(held));
    }

    private static SocketFilter states(EnumSet<SocketState> states) {
        return new SocketFilter(EnumSet.allOf(Protocol.class), states, EnumSet.allOf(Reach.class), Query.ALL);
    }

    private static List<Integer> ports(Arrangement arrangement) {
        return IntStream.range(0, arrangement.size())
                .map(place -> MIXED.table().localPort(arrangement.at(place).row()))
                .boxed()
                .toList();
    }
}
