package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.sockets.query.SocketFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowListTest {
    private final RowList rows = new RowList();
    private final List<String> events = new ArrayList<>();

    @Test
    void beforeTheFirstArrangementItIsEmpty() {
        assertEquals(0, rows.size());
        assertThrows(IndexOutOfBoundsException.class, () -> rows.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "0 | 0 | none",
                "0 | 5 | 0-5 added",
                "5 | 5 | none",
                "5 | 8 | 5-8 added",
                "5 | 2 | 2-2 removed 3",
                "5 | 0 | 0-0 removed 5",
                "100000 | 99999 | 99999-99999 removed 1",
                "100000 | 100000 | none",
            })
    void aNewArrangementIsOneEventAboutTheEndOrNone(int before, int after, String event) {
        rows.show(arrangement(before, 0));
        rows.addListener((ListChangeListener<Place>) change -> events.add(text(change)));
        rows.show(arrangement(after, 1));
        assertEquals(event == null ? List.of() : List.of(event), events);
        assertEquals(after, rows.size());
    }

    /// As a list that mirrors another one does.
    @Test
    void whoAppliesTheEventsToACopyHasTheSameRowsAtEveryStep() {
        List<Place> copy = new ArrayList<>();
        rows.addListener((ListChangeListener<Place>) change -> {
            apply(change, copy);
            assertEquals(change.getList().size(), copy.size());
            assertEquals(new ArrayList<>(change.getList()), copy);
        });
        int[] sizes = {3, 3, 7, 2, 0, 0, 4, 1, 1, 9};
        for (int reading = 0; reading < sizes.length; reading++) {
            rows.show(arrangement(sizes[reading], reading));
            assertEquals(sizes[reading], copy.size());
        }
        assertEquals(new ArrayList<>(rows), copy);
    }

    @Test
    void aChangeCanBeReadTwice() {
        rows.show(arrangement(5, 0));
        rows.addListener((ListChangeListener<Place>) change -> {
            events.add(text(change));
            change.reset();
            events.add(text(change));
        });
        rows.show(arrangement(8, 1));
        assertEquals(List.of("5-8 added", "5-8 added"), events);
    }

    @Test
    void aPlaceTellsWhatTheLastArrangementHasThere() {
        rows.show(arrangement(5, 0));
        int version = rows.version();
        assertEquals(0, rows.at(2).snapshot().time().getEpochSecond());
        Arrangement second = arrangement(5, 1);
        rows.show(second);
        assertEquals(new Place(2), rows.get(2));
        assertEquals(second.at(2), rows.at(2));
        assertNotEquals(version, rows.version());
    }

    @Test
    void aNewerLookAtSomeRowsIsToldInTheirPlacesUntilTheNextArrangement() {
        Arrangement first = arrangement(5, 0);
        rows.show(first);
        SocketRow second = first.at(1);
        Snapshot newer = Sample.pick(ManySockets.snapshot(5, 0), second.row());
        rows.refresh(newer, Set.of(), 0, 9);
        assertSame(newer, rows.at(1).snapshot());
        assertSame(first.snapshot(), rows.at(0).snapshot());
        assertEquals(first.key(1), newer.table().key(0));
        rows.show(arrangement(5, 1));
        assertEquals(1, rows.at(1).snapshot().time().getEpochSecond());
    }

    @Test
    void aSocketThatALookUpMissesIsToldToBeClosedInItsPlace() {
        Arrangement first = arrangement(5, 0);
        rows.show(first);
        rows.refresh(Snapshot.empty(), Set.of(first.key(1)), 0, 9);
        assertTrue(rows.at(1).isClosed());
        assertEquals(first.key(1), rows.at(1).key());
        assertFalse(rows.at(0).isClosed());
        rows.refresh(Sample.pick(first.snapshot(), first.at(1).row()), Set.of(), 0, 9);
        assertTrue(rows.at(1).isClosed(), "and stays so");
    }

    @Test
    void aDriftingListSaysNothingAndItsRowsKeepTheirIndex() {
        Arrangement first = arrangement(50, 0);
        Arrangement longer = arrangement(60, 0);
        rows.show(first);
        rows.addListener((ListChangeListener<Place>) change -> events.add(text(change)));
        rows.show(longer, 7);
        assertEquals(List.of(), events);
        assertEquals(50, rows.size());
        assertEquals(longer.at(27), rows.at(20));
        assertFalse(rows.isSettled());
    }

    @Test
    void behindTheEndsOfADriftingListThereAreNoRows() {
        rows.show(arrangement(50, 0));
        rows.show(arrangement(50, 1), 7);
        assertTrue(rows.isFilled(42));
        assertFalse(rows.isFilled(43));
        assertThrows(IndexOutOfBoundsException.class, () -> rows.at(43));
        rows.show(arrangement(50, 2), -7);
        assertFalse(rows.isFilled(6));
        assertTrue(rows.isFilled(7));
    }

    @Test
    void aListThatSettlesIsExactAgainAndKeepsWhatALookUpFound() {
        rows.show(arrangement(50, 0));
        Arrangement longer = arrangement(60, 0);
        rows.show(longer, 7);
        rows.refresh(Snapshot.empty(), Set.of(longer.key(27)), 20, 30);
        assertTrue(rows.at(20).isClosed());
        rows.addListener((ListChangeListener<Place>) change -> events.add(text(change)));
        int version = rows.version();
        rows.settle();
        assertEquals(List.of("50-60 added"), events);
        assertTrue(rows.isSettled());
        assertTrue(rows.at(27).isClosed());
        assertNotEquals(version, rows.version());
    }

    @Test
    void aPlaceOutsideIsRefused() {
        rows.show(arrangement(5, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> rows.get(5));
        assertThrows(IndexOutOfBoundsException.class, () -> rows.get(-1));
    }

    private static void apply(ListChangeListener.Change<? extends Place> change, List<Place> copy) {
        while (change.next()) {
            copy.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                    .clear();
            copy.addAll(change.getFrom(), change.getAddedSubList());
        }
    }

    private static String text(ListChangeListener.Change<? extends Place> change) {
        List<String> ranges = new ArrayList<>();
        while (change.next()) {
            assertEquals(change.getRemovedSize(), change.getRemoved().size());
            ranges.add(change.getFrom() + "-" + change.getTo()
                    + (change.wasUpdated() ? " updated" : "")
                    + (change.wasAdded() ? " added" : "")
                    + (change.wasRemoved() ? " removed " + change.getRemovedSize() : "")
                    + (change.wasPermutated() ? " permutated" : ""));
        }
        return String.join(", ", ranges);
    }

    private static Arrangement arrangement(int size, int reading) {
        Snapshot snapshot = ManySockets.snapshot(size, reading);
        return Arrangement.of(snapshot, SocketFilter.ALL, SocketOrder.DEFAULT, List.of());
    }
}
