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
    /// To select all rows anew has all of them styled anew.
    private static final int FEW = 20;

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
                keys = indices().mapToObj(index -> rows.at(index).key()).toList();
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
                .filter(rows::isFilled)
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
        return indices()
                .mapToObj(rows::at)
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
        quietly(() -> {
            swap.run();
            select(keys.stream()
                    .map(next::place)
                    .flatMapToInt(OptionalInt::stream)
                    .map(place -> place - rows.drift())
                    .sorted()
                    .toArray());
        });
    }

    /// Has the list settle with the same rows selected.
    ///
    /// @return by how much the index of each row grew
    int settle() {
        int moved = rows.drift();
        quietly(() -> {
            int[] before = selected();
            rows.settle();
            select(Arrays.stream(before).map(index -> index + moved).toArray());
        });
        return moved;
    }

    private void quietly(Runnable action) {
        following = true;
        try {
            action.run();
        } finally {
            following = false;
        }
    }

    private void select(int[] wanted) {
        int[] before = selected();
        int[] gone = without(before, wanted);
        int[] added = without(wanted, before);
        if (gone.length + added.length > 0) {
            int focus = model.getTableView().getFocusModel().getFocusedIndex();
            if (gone.length + added.length <= FEW) {
                Arrays.stream(gone).forEach(model::clearSelection);
                Arrays.stream(added).forEach(model::select);
            } else {
                model.clearSelection();
                if (wanted.length > 0) {
                    model.selectIndices(wanted[0], wanted);
                }
            }
            model.getTableView().getFocusModel().focus(focus);
        }
    }

    /// Those of a sorted list that are not in another one.
    private static int[] without(int[] indices, int[] others) {
        return Arrays.stream(indices)
                .filter(index -> Arrays.binarySearch(others, index) < 0)
                .toArray();
    }

    /// Where the selected rows are in the list, from top to bottom.
    IntStream indices() {
        return Arrays.stream(selected()).filter(rows::isFilled);
    }

    /// The toolkit's list of selected indices is slow to walk through, the one of cells is not.
    private int[] selected() {
        return model.getSelectedCells().stream()
                .mapToInt(cell -> cell.getRow())
                .filter(index -> index >= 0)
                .sorted()
                .toArray();
    }
}
