package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketFilter;
import dev.porthole.sockets.SocketOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
                "5 | 5 | 0-5 updated",
                "5 | 8 | 0-5 updated, 5-8 added",
                "5 | 2 | 0-2 updated, 2-2 removed 3",
                "5 | 0 | 0-0 removed 5",
                "100000 | 99999 | 0-99999 updated, 99999-99999 removed 1",
                "100000 | 100000 | 0-100000 updated",
            })
    void aNewArrangementIsOneEventWhateverItsSize(int before, int after, String event) {
        rows.show(arrangement(before, 0));
        rows.addListener((ListChangeListener<SocketRow>) change -> events.add(text(change)));
        rows.show(arrangement(after, 1));
        assertEquals(event == null ? List.of() : List.of(event), events);
        assertEquals(after, rows.size());
    }

    /// As a list that mirrors another one does.
    @Test
    void whoAppliesTheEventsToACopyHasTheSameRowsAtEveryStep() {
        List<SocketRow> copy = new ArrayList<>();
        rows.addListener((ListChangeListener<SocketRow>) change -> {
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
        rows.addListener((ListChangeListener<SocketRow>) change -> {
            events.add(text(change));
            change.reset();
            events.add(text(change));
        });
        rows.show(arrangement(8, 1));
        assertEquals(List.of("0-5 updated, 5-8 added", "0-5 updated, 5-8 added"), events);
    }

    /// `TableView` relies on it.
    @Test
    void aChangeAskedBehindItsLastRangeStillSpeaksOfThat() {
        rows.show(arrangement(5, 0));
        rows.addListener((ListChangeListener<SocketRow>) change -> {
            text(change);
            events.add(change.wasRemoved() + " " + change.getFrom());
            assertFalse(change.next());
        });
        rows.show(arrangement(2, 1));
        assertEquals(List.of("true 2"), events);
    }

    @Test
    void aChangeAskedBeforeItsFirstRangeRefuses() {
        rows.addListener(
                (ListChangeListener<SocketRow>) change -> assertThrows(IllegalStateException.class, change::getFrom));
        rows.show(arrangement(5, 0));
    }

    @Test
    void aRowIsTheSameObjectUntilTheNextArrangementAndThenAnotherOne() {
        Arrangement first = arrangement(5, 0);
        rows.show(first);
        SocketRow row = rows.get(2);
        assertSame(row, rows.get(2));
        assertSame(first.snapshot(), row.snapshot());
        rows.show(arrangement(5, 1));
        assertEquals(1, rows.get(2).snapshot().time().getEpochSecond());
    }

    @Test
    void rowsAreMadeForThoseWhoAskOnly() {
        rows.addListener((ListChangeListener<SocketRow>) change -> events.add(text(change)));
        rows.show(arrangement(100_000, 0));
        assertEquals(0, rows.made());
        IntStream.range(500, 540).forEach(rows::get);
        IntStream.range(500, 540).forEach(rows::get);
        assertEquals(40, rows.made());
        rows.show(arrangement(100_000, 1));
        assertEquals(0, rows.made());
    }

    @Test
    void aPlaceOutsideIsRefused() {
        rows.show(arrangement(5, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> rows.get(5));
        assertThrows(IndexOutOfBoundsException.class, () -> rows.get(-1));
    }

    private static void apply(ListChangeListener.Change<? extends SocketRow> change, List<SocketRow> copy) {
        while (change.next()) {
            if (change.wasUpdated()) {
                for (int place = change.getFrom(); place < change.getTo(); place++) {
                    copy.set(place, change.getList().get(place));
                }
            } else {
                copy.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                        .clear();
                copy.addAll(change.getFrom(), change.getAddedSubList());
            }
        }
    }

    private static String text(ListChangeListener.Change<? extends SocketRow> change) {
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
