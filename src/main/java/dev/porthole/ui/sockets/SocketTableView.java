package dev.porthole.ui.sockets;

import dev.porthole.report.Defused;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.ui.kit.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// Shows arrangements in a table: rows keep their place on screen and their selection by key, whatever comes and goes
/// around them.
final class SocketTableView {
    /// The style class of columns whose cells are numbers.
    static final String NUMBER_COLUMN = "number-column";

    private static final double ROW_HEIGHT = 26;
    /// The toolkit's time to select rows grows with the square of their number: some 20 ms for these, two seconds for
    // 60,000.
    private static final int MOST_KEPT = 2_000;

    private final TableView<SocketRow> table;
    private final RowList rows = new RowList();
    private final Map<SocketColumn, TableColumn<SocketRow, String>> columns = new EnumMap<>(SocketColumn.class);
    private final Runnable onSelection;
    private List<SocketKey> selected = List.of();
    private @Nullable Arrangement shown;
    private boolean swapping;

    SocketTableView(TableView<SocketRow> table, Runnable onSelection, Consumer<SocketOrder> onOrder) {
        this.table = table;
        this.onSelection = onSelection;
        table.setFixedCellSize(ROW_HEIGHT);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(new FillingResizePolicy());
        for (SocketColumn column : SocketColumn.values()) {
            columns.put(column, column(column));
        }
        table.getColumns().setAll(columns.values());
        table.setItems(rows);
        table.setSortPolicy(sorted -> {
            onOrder.accept(order());
            return true;
        });
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>)
                change -> selectionChanged());
    }

    private static TableColumn<SocketRow, String> column(SocketColumn column) {
        TableColumn<SocketRow, String> made = new TableColumn<>(Messages.text("sockets.column." + column.word()));
        made.setId(column.word());
        made.setPrefWidth(column.width());
        made.setCellFactory(_ -> new SocketCell(column));
        made.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(column.text(cell.getValue())));
        if (column.isNumber()) {
            made.getStyleClass().add(NUMBER_COLUMN);
        }
        return made;
    }

    Map<SocketColumn, TableColumn<SocketRow, String>> columns() {
        return columns;
    }

    List<SocketColumn> columnsInOrder() {
        return table.getColumns().stream()
                .flatMap(shown -> name(shown).stream())
                .toList();
    }

    void arrangeColumns(List<SocketColumn> order) {
        table.getColumns().setAll(order.stream().map(columns::get).toList());
    }

    private Optional<SocketColumn> name(TableColumn<SocketRow, ?> shown) {
        return columns.keySet().stream()
                .filter(column -> column.word().equals(shown.getId()))
                .findFirst();
    }

    /// The rows selected by the user, shown or gone.
    List<SocketKey> selected() {
        return selected;
    }

    /// What is on screen; empty before the first reading.
    Optional<Arrangement> shown() {
        return Optional.ofNullable(shown);
    }

    /// Whether more rows are selected than another arrangement keeps: the table is to be held still for them.
    boolean holdsVeryMany() {
        return selected.size() > MOST_KEPT;
    }

    /// The first selected row, as it is on screen.
    Optional<SocketEntry> firstSelected() {
        Arrangement now = shown;
        return table.getSelectionModel().getSelectedIndices().stream()
                .filter(place -> now != null && place >= 0 && place < now.size())
                .findFirst()
                .map(place -> Objects.requireNonNull(now).snapshot().entry(now.row(place)));
    }

    /// The selected rows as lines of the visible columns, separated by tabs, in the order shown.
    String selectedText() {
        return Arrays.stream(selectedPlaces())
                .filter(place -> place < rows.size())
                .mapToObj(place -> table.getVisibleLeafColumns().stream()
                        .map(column -> Defused.ofShown(String.valueOf(column.getCellData(place))))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /// The selected rows on screen, in the order shown.
    List<SocketEntry> selectedEntries() {
        return entries(_ -> true);
    }

    /// Of the selected rows the first one, and with it the first one of another owner, if there is one.
    List<SocketEntry> selectedByOwner() {
        Set<Owner> seen = new HashSet<>();
        return entries(row -> seen.size() < 2
                && seen.add(Objects.requireNonNull(shown).snapshot().owner(row)));
    }

    private List<SocketEntry> entries(IntPredicate wanted) {
        Arrangement now = shown;
        return now == null
                ? List.of()
                : Arrays.stream(selectedPlaces())
                        .filter(place -> place < now.size())
                        .map(now::row)
                        .filter(wanted)
                        .mapToObj(now.snapshot()::entry)
                        .toList();
    }

    /// What the selected rows and the topmost one are: to be held on to by the next arrangement.
    List<SocketKey> held() {
        List<SocketKey> held = new ArrayList<>(selected);
        int top = topPlace();
        if (shown != null && top < shown.size()) {
            held.add(shown.key(top));
        }
        return held;
    }

    void show(Arrangement next) {
        Anchor anchor = anchor();
        if (holdsVeryMany()) {
            selected = List.of();
        }
        swapping = true;
        try {
            rows.show(next);
            shown = next;
            select(next);
        } finally {
            swapping = false;
        }
        restore(anchor, next);
    }

    /// A row that is to stay where it is on screen.
    private record Anchor(SocketKey key, int place) {}

    /// At the top of the list the list's start stays in view; further down the first visible row does.
    private @Nullable Anchor anchor() {
        int top = topPlace();
        return shown == null || top == 0 || top >= shown.size() ? null : new Anchor(shown.key(top), top);
    }

    private void restore(@Nullable Anchor anchor, Arrangement next) {
        VirtualFlow<?> flow = flow();
        if (anchor == null || flow == null) {
            return;
        }
        OptionalInt place = next.place(anchor.key());
        if (place.isPresent() && place.getAsInt() != anchor.place()) {
            flow.scrollPixels((place.getAsInt() - anchor.place()) * ROW_HEIGHT);
        }
    }

    private int topPlace() {
        VirtualFlow<?> flow = flow();
        return flow == null || flow.getFirstVisibleCell() == null
                ? 0
                : Math.max(0, flow.getFirstVisibleCell().getIndex());
    }

    private @Nullable VirtualFlow<?> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    private void select(Arrangement next) {
        int[] places = selected.stream()
                .map(next::place)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .sorted()
                .toArray();
        int[] before = selectedPlaces();
        if (Arrays.equals(places, before)) {
            return;
        }
        var model = table.getSelectionModel();
        model.clearSelection();
        if (places.length > 0) {
            model.selectIndices(places[0], places);
        }
    }

    /// In ascending order. The toolkit's list of selected indices is slow to walk through, the one of cells is not.
    private int[] selectedPlaces() {
        return table.getSelectionModel().getSelectedCells().stream()
                .mapToInt(cell -> cell.getRow())
                .filter(place -> place >= 0)
                .sorted()
                .toArray();
    }

    private void selectionChanged() {
        Arrangement now = shown;
        if (swapping || now == null) {
            return;
        }
        selected = Arrays.stream(selectedPlaces())
                .filter(place -> place < now.size())
                .mapToObj(now::key)
                .toList();
        onSelection.run();
    }

    private SocketOrder order() {
        if (table.getSortOrder().isEmpty()) {
            return SocketOrder.DEFAULT;
        }
        TableColumn<SocketRow, ?> first = table.getSortOrder().getFirst();
        boolean descending = first.getSortType() == TableColumn.SortType.DESCENDING;
        return name(first)
                .map(column -> new SocketOrder(column.order(), descending))
                .orElse(SocketOrder.DEFAULT);
    }

    /// Marks the column in the header, without another event.
    void markOrder(SocketOrder wanted) {
        for (var column : columns.entrySet()) {
            if (column.getKey().order() == wanted.column()) {
                column.getValue()
                        .setSortType(
                                wanted.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                table.getSortOrder().setAll(List.of(column.getValue()));
            }
        }
    }
}
