package dev.porthole.ui.sockets;

import dev.porthole.sockets.Owner;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView.TableViewSelectionModel;

/// The rows that the user selected, known by key: they stay selected whatever comes and goes around them.
final class RowSelection {
    /// The toolkit's time to select rows grows with the square of their number: some 20 ms for these, two seconds for
    /// 60,000.
    private static final int MOST_KEPT = 2_000;

    private final TableViewSelectionModel<Place> model;
    private final RowList rows;
    private List<SocketKey> keys = List.of();
    private boolean following;

    RowSelection(TableViewSelectionModel<Place> model, RowList rows, Runnable onChange) {
        this.model = model;
        this.rows = rows;
        model.setSelectionMode(SelectionMode.MULTIPLE);
        model.getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> {
            if (!following) {
                keys = places().mapToObj(place -> key(rows.at(place))).toList();
                onChange.run();
            }
        });
    }

    /// Shown or gone.
    List<SocketKey> keys() {
        return keys;
    }

    /// Whether one of them is on screen, or was closed of late.
    boolean isShown() {
        return !model.getSelectedCells().isEmpty();
    }

    /// Whether more rows are selected than another arrangement keeps: the table is to be held still for them.
    boolean holdsVeryMany() {
        return keys.size() > MOST_KEPT;
    }

    /// Selects this row in place of others when the next arrangement shows it.
    void await(SocketKey key) {
        clear();
        keys = List.of(key);
    }

    void clear() {
        model.clearSelection();
    }

    /// The first selected row, as it is on screen.
    Optional<SocketRow> first() {
        return model.getSelectedIndices().stream()
                .filter(place -> place >= 0 && place < rows.size())
                .findFirst()
                .map(rows::at);
    }

    /// The selected rows that are still there, in the order shown.
    List<SocketEntry> entries() {
        return open(_ -> true);
    }

    /// Of the selected rows that are still there the first one, and with it the first one of another owner, if there is
    /// one.
    List<SocketEntry> byOwner() {
        Set<Owner> seen = new HashSet<>();
        return open(row -> seen.size() < 2 && seen.add(row.snapshot().owner(row.row())));
    }

    private List<SocketEntry> open(Predicate<SocketRow> wanted) {
        return places().mapToObj(rows::at)
                .filter(row -> !row.isClosed())
                .filter(wanted)
                .map(row -> row.snapshot().entry(row.row()))
                .toList();
    }

    /// Has the list show another arrangement and selects the same rows there.
    void follow(Runnable swap, Arrangement next) {
        if (holdsVeryMany()) {
            keys = List.of();
        }
        following = true;
        try {
            swap.run();
            select(keys.stream()
                    .map(next::place)
                    .flatMapToInt(OptionalInt::stream)
                    .sorted()
                    .toArray());
        } finally {
            following = false;
        }
    }

    private void select(int[] places) {
        if (!Arrays.equals(places, selected())) {
            model.clearSelection();
            if (places.length > 0) {
                model.selectIndices(places[0], places);
            }
        }
    }

    /// Where the selected rows are on screen, from top to bottom.
    IntStream places() {
        return Arrays.stream(selected()).filter(place -> place < rows.size());
    }

    /// The toolkit's list of selected indices is slow to walk through, the one of cells is not.
    private int[] selected() {
        return model.getSelectedCells().stream()
                .mapToInt(cell -> cell.getRow())
                .filter(place -> place >= 0)
                .sorted()
                .toArray();
    }

    private static SocketKey key(SocketRow row) {
        return row.snapshot().table().key(row.row());
    }
}
