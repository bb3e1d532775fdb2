package dev.porthole.ui.sockets;

import dev.porthole.report.Defused;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.ui.kit.FillingResizePolicy;
import dev.porthole.ui.kit.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Shows arrangements in a table: rows keep their place on screen and their selection by key, whatever comes and goes
/// around them.
final class SocketTableView {
    private static final double ROW_HEIGHT = 26;

    private final TableView<Place> table;
    private final RowList rows = new RowList();
    private final RowSelection selection;
    private final RowAnchor anchor;
    private final TableColumn<Place, String> marks = MarkCell.column(rows);
    private final Map<SocketColumn, TableColumn<Place, String>> columns = new EnumMap<>(SocketColumn.class);
    private @Nullable Arrangement shown;

    SocketTableView(TableView<Place> table, Runnable onSelection, Consumer<SocketOrder> onOrder) {
        this.table = table;
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(FillingResizePolicy.texts());
        table.setRowFactory(_ -> new SocketTableRow(rows));
        for (SocketColumn column : SocketColumn.values()) {
            columns.put(column, column(column));
        }
        arrangeColumns(List.copyOf(columns.keySet()));
        table.setItems(rows);
        table.setSortPolicy(sorted -> {
            onOrder.accept(order());
            return true;
        });
        selection = new RowSelection(table.getSelectionModel(), rows, onSelection);
        anchor = new RowAnchor(table, rows);
        table.addEventFilter(ScrollEvent.ANY, _ -> settle());
        table.addEventFilter(KeyEvent.KEY_PRESSED, _ -> settle());
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::settleBefore);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::settleBefore);
    }

    private TableColumn<Place, String> column(SocketColumn column) {
        TableColumn<Place, String> made = new TableColumn<>(Messages.text("sockets.column." + column.word()));
        made.setId(column.word());
        made.setPrefWidth(column.width());
        made.setCellFactory(_ -> new SocketCell(column, rows));
        made.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text(column, cell.getValue())));
        if (column.isNumber()) {
            made.getStyleClass().add(FillingResizePolicy.NUMBER_COLUMN);
        }
        return made;
    }

    private String text(SocketColumn column, Place place) {
        return rows.isFilled(place.index()) ? column.text(rows.at(place.index())) : "";
    }

    Map<SocketColumn, TableColumn<Place, String>> columns() {
        return columns;
    }

    List<SocketColumn> columnsInOrder() {
        return table.getColumns().stream()
                .flatMap(shown -> name(shown).stream())
                .toList();
    }

    void arrangeColumns(List<SocketColumn> order) {
        List<TableColumn<Place, String>> all = new ArrayList<>(List.of(marks));
        order.forEach(column -> all.add(columns.get(column)));
        table.getColumns().setAll(all);
    }

    void showMarks(boolean wanted) {
        marks.setVisible(wanted);
    }

    private Optional<SocketColumn> name(TableColumn<Place, ?> shown) {
        return columns.keySet().stream()
                .filter(column -> column.word().equals(shown.getId()))
                .findFirst();
    }

    RowSelection selection() {
        return selection;
    }

    /// The rows selected by the user, shown or gone.
    List<SocketKey> selected() {
        return selection.keys();
    }

    /// What is on screen; empty before the first reading.
    Optional<Arrangement> shown() {
        return Optional.ofNullable(shown);
    }

    /// The selected rows as lines of the visible columns, separated by tabs, in the order shown.
    String selectedText() {
        return selection
                .indices()
                .mapToObj(place -> table.getVisibleLeafColumns().stream()
                        .filter(column -> !column.equals(marks))
                        .map(column -> Defused.ofShown(String.valueOf(column.getCellData(place))))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /// The selected rows that are still there, in the order shown.
    List<SocketEntry> selectedEntries() {
        return selection.entries();
    }

    /// What the selected rows and those that stay where they are on screen are: to be held on to by the next
    /// arrangement.
    List<SocketKey> held() {
        List<SocketKey> held = new ArrayList<>(selection.keys());
        anchor.holds().forEach(hold -> held.add(hold.key()));
        return held;
    }

    void show(Arrangement next) {
        boolean isSameSearch = shown != null && next.isFilteredAs(shown);
        OptionalInt drift = isSameSearch ? anchor.drift(next) : OptionalInt.empty();
        if (drift.isPresent()) {
            selection.follow(() -> rows.show(next, drift.getAsInt()), next);
        } else {
            List<RowAnchor.Hold> holds = anchor.holds();
            int scrolled = anchor.scrollUpInto(next.size());
            selection.follow(() -> rows.show(next), next);
            anchor.restore(holds, scrolled, next);
        }
        shown = next;
        anchor.inSight().forEach(SocketTableRow::refresh);
    }

    /// Before somebody goes to other rows: the list, whose rows may have drifted while nobody did, is exact again. What
    /// is on screen stays.
    void settle() {
        if (!rows.isSettled()) {
            int moved = selection.settle();
            anchor.scroll(moved);
            anchor.inSight().forEach(SocketTableRow::refresh);
            // The toolkit learns of another number of rows no sooner.
            table.layout();
        }
    }

    private void settleBefore(MouseEvent event) {
        for (Node node = event.getPickResult().getIntersectedNode(); node != null; node = node.getParent()) {
            if (node instanceof ScrollBar) {
                settle();
                return;
            }
        }
    }

    /// The socket of a row of the table.
    SocketKey keyAt(int index) {
        return rows.at(index).key();
    }

    /// How many rows the rows in sight have moved towards the end of the arrangement, but not in the table.
    int drift() {
        return rows.drift();
    }

    /// The rows in sight, from top to bottom, as the last reading has them; without those that were closed since.
    List<SocketRow> visible() {
        return anchor.inSight().stream()
                .map(SocketTableRow::getIndex)
                .filter(rows::isFilled)
                .filter(place -> !rows.at(place).isClosed())
                .map(rows::read)
                .toList();
    }

    /// Has the rows in sight tell what a newer look at some of them found, until the next arrangement. No row changes
    /// its place.
    ///
    /// @param gone sockets that were closed since
    void refresh(Snapshot newer, Set<SocketKey> gone) {
        List<SocketTableRow> inSight = anchor.inSight();
        if (!inSight.isEmpty()) {
            rows.refresh(
                    newer,
                    gone,
                    inSight.getFirst().getIndex(),
                    inSight.getLast().getIndex() + 1);
            inSight.forEach(SocketTableRow::refresh);
        }
    }

    private SocketOrder order() {
        if (table.getSortOrder().isEmpty()) {
            return SocketOrder.DEFAULT;
        }
        TableColumn<Place, ?> first = table.getSortOrder().getFirst();
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
