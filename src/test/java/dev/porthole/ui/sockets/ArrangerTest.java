package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.sockets.SocketOrder.Column;
import dev.porthole.sockets.query.InvalidQuery;
import dev.porthole.sockets.query.Query;
import dev.porthole.sockets.query.SocketFilter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrangerTest {
    private static final SocketOrder BY_QUEUE = new SocketOrder(Column.RECEIVE_QUEUE, true);
    private static final int SIZE = 1000;

    private final Arranger arranger = new Arranger();
    private @Nullable Snapshot last;

    @Test
    void withoutAHeldOrderEachReadingIsSorted() {
        arrange(0, BY_QUEUE, false, 0);
        Arrangement second = arrange(1, BY_QUEUE, false, 0);
        assertFalse(second.isOrderHeld());
        assertTrue(isSorted(second));
    }

    @Test
    void aHeldOrderKeepsRowsWithTheClosedOnesInPlaceAndPutsNewOnesAtTheEnd() {
        List<SocketKey> before = keys(arrange(0, BY_QUEUE, true, 0));
        Arrangement held = arrange(1, BY_QUEUE, true, 0);
        assertTrue(held.isOrderHeld());
        assertFalse(isSorted(held));
        assertEquals(before, keys(held).subList(0, SIZE));
        assertEquals(SIZE + 2, held.size());
        assertEquals(SIZE, held.open());
        assertEquals(SIZE, held.rows().length);
        assertEquals(2, closed(held));
        for (int place = SIZE; place < held.size(); place++) {
            assertFalse(before.contains(held.key(place)));
        }
    }

    @Test
    void closedRowsGoAfterAWhileAndTheOthersStay() {
        List<SocketKey> before = keys(arrange(0, BY_QUEUE, true, 0));
        Arrangement held = arrange(1, BY_QUEUE, true, 0);
        for (int reading = 2; reading <= 5; reading++) {
            held = arrange(reading, BY_QUEUE, true, 0);
            assertEquals(4, closed(held));
        }
        List<SocketKey> after = keys(held);
        Set<SocketKey> there = new HashSet<>(after);
        assertEquals(
                before.stream().filter(there::contains).toList(),
                after.stream().filter(new HashSet<>(before)::contains).toList());
        assertEquals(SIZE, held.open());
    }

    @Test
    void anotherOrderOrSearchOrTheWishToSortSortsAlthoughTheOrderIsHeld() throws InvalidQuery {
        arrange(0, BY_QUEUE, true, 0);
        assertTrue(arrange(1, BY_QUEUE, true, 0).isOrderHeld());
        assertFalse(arrange(1, BY_QUEUE, true, 1).isOrderHeld());
        assertTrue(arrange(2, BY_QUEUE, true, 1).isOrderHeld());
        assertFalse(arrange(2, SocketOrder.DEFAULT, true, 1).isOrderHeld());
        SocketFilter filter = new SocketFilter(
                SocketFilter.ALL.protocols(),
                SocketFilter.ALL.states(),
                SocketFilter.ALL.reaches(),
                Query.parse("worker"));
        Arranger.Sorting sorting = new Arranger.Sorting(SocketOrder.DEFAULT, true, 1);
        Arrangement searched = arranger.arrange(
                new Arranger.Wish(ManySockets.snapshot(SIZE, 2), filter, sorting, Duration.ofSeconds(2), Set.of()));
        assertFalse(searched.isOrderHeld());
    }

    @Test
    void releasedTheRowsStandInOrderAgainWithTheClosedOnesAmongThem() {
        arrange(0, BY_QUEUE, true, 0);
        arrange(1, BY_QUEUE, true, 0);
        Arrangement free = arrange(1, BY_QUEUE, false, 0);
        assertTrue(isSorted(free));
        assertEquals(SIZE + 2, free.size());
    }

    @Test
    void filtersApplyToClosedRowsToo() throws InvalidQuery {
        arrange(0, BY_QUEUE, false, 0);
        SocketFilter nothing = new SocketFilter(
                SocketFilter.ALL.protocols(),
                SocketFilter.ALL.states(),
                SocketFilter.ALL.reaches(),
                Query.parse("no-such-word"));
        Arranger.Sorting sorting = new Arranger.Sorting(BY_QUEUE, false, 0);
        Arrangement none = arranger.arrange(
                new Arranger.Wish(ManySockets.snapshot(SIZE, 1), nothing, sorting, Duration.ofSeconds(2), Set.of()));
        assertEquals(0, none.size());
    }

    @Test
    void switchedOffTheClosedRowsGoAtOnce() {
        arrange(0, BY_QUEUE, false, 0);
        Arrangement on = arrange(1, BY_QUEUE, false, 0);
        assertEquals(2, closed(on));
        Arranger.Sorting sorting = new Arranger.Sorting(BY_QUEUE, false, 0);
        Arrangement off =
                arranger.arrange(new Arranger.Wish(on.snapshot(), SocketFilter.ALL, sorting, Duration.ZERO, Set.of()));
        assertEquals(SIZE, off.size());
        assertTrue(IntStream.range(0, SIZE).allMatch(place -> off.at(place).change() == null));
    }

    @Test
    void aSelectedRowThatWasClosedHasAPlaceAndNoEntry() {
        Snapshot first = ManySockets.snapshot(SIZE, 0);
        Set<SocketKey> all =
                Set.copyOf(IntStream.range(0, SIZE).mapToObj(first.table()::key).toList());
        Arranger.Sorting sorting = new Arranger.Sorting(BY_QUEUE, false, 0);
        arranger.arrange(new Arranger.Wish(first, SocketFilter.ALL, sorting, Duration.ofSeconds(2), all));
        Arrangement next = arranger.arrange(new Arranger.Wish(
                ManySockets.snapshot(SIZE, 1), SocketFilter.ALL, sorting, Duration.ofSeconds(2), all));
        List<SocketKey> gone =
                all.stream().filter(key -> next.entry(key).isEmpty()).toList();
        assertEquals(2, gone.size());
        for (SocketKey key : gone) {
            int place = next.place(key).orElseThrow();
            assertTrue(next.isClosed(place));
            assertTrue(next.at(place).isClosed());
            assertEquals(key, next.key(place));
        }
    }

    private Arrangement arrange(int reading, SocketOrder order, boolean held, int asked) {
        Snapshot snapshot =
                last != null && last.time().getEpochSecond() == reading ? last : ManySockets.snapshot(SIZE, reading);
        last = snapshot;
        return arranger.arrange(new Arranger.Wish(
                snapshot, SocketFilter.ALL, new Arranger.Sorting(order, held, asked), Duration.ofSeconds(2), Set.of()));
    }

    private static long closed(Arrangement arrangement) {
        return IntStream.range(0, arrangement.size())
                .filter(arrangement::isClosed)
                .count();
    }

    private static List<SocketKey> keys(Arrangement arrangement) {
        return IntStream.range(0, arrangement.size()).mapToObj(arrangement::key).toList();
    }

    private static boolean isSorted(Arrangement arrangement) {
        long last = Long.MAX_VALUE;
        for (int place = 0; place < arrangement.size(); place++) {
            SocketRow row = arrangement.at(place);
            long queue = row.snapshot().table().receiveQueue(row.row()).orElse(0);
            if (queue > last) {
                return false;
            }
            last = queue;
        }
        return true;
    }
}
