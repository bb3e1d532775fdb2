package dev.porthole.ui.datadog;

import dev.porthole.ui.kit.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The table of instances and addresses. New rows keep the selection at its instance and address.
final class CheckTable {
    private final TableView<CheckRow> table;
    private boolean running;
    private boolean changing;

    /// @param selected told when another row is selected, or the selected one has changed
    CheckTable(TableView<CheckRow> table, Consumer<Optional<CheckRow>> selected) {
        this.table = table;
        TableColumn<CheckRow, String> status =
                column("datadog.column.status", 130, row -> status(row).word());
        status.setCellFactory(_ -> new StatusCell(this::status));
        table.getColumns()
                .setAll(List.of(
                        status,
                        column("datadog.column.name", 150, CheckText::name),
                        column("datadog.column.host", 120, CheckText::host),
                        number(column("datadog.column.port", 64, CheckText::port)),
                        column("datadog.column.address", 150, CheckText::address),
                        column("datadog.column.calls", 110, CheckText::calls),
                        number(column("datadog.column.timeout", 76, CheckText::timeout)),
                        number(column("datadog.column.time", 76, CheckText::time)),
                        column("datadog.column.message", 260, CheckText::message),
                        column("datadog.column.tags", 120, CheckText::tags)));
        table.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> {
            if (!changing) {
                selected.accept(selected());
            }
        });
    }

    Optional<CheckRow> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    RowStatus status(CheckRow row) {
        return RowStatus.of(row, running);
    }

    void show(List<CheckRow> rows, boolean nowRunning) {
        CheckRow before = selected().orElse(null);
        changing = true;
        running = nowRunning;
        table.getItems().setAll(rows);
        table.getSelectionModel().clearSelection();
        select(before == null ? null : find(rows, before));
        changing = false;
    }

    /// Puts the selection where a person is to look first, if it is nowhere.
    void selectTrouble() {
        if (selected().isEmpty()) {
            table.getItems().stream()
                    .filter(row -> status(row).isTrouble())
                    .findFirst()
                    .or(() -> table.getItems().stream().findFirst())
                    .ifPresent(this::select);
        }
    }

    private void select(@Nullable CheckRow row) {
        if (row != null) {
            table.getSelectionModel().select(row);
        }
    }

    /// The same address, or the first row of an instance that has none of that address any more.
    private static @Nullable CheckRow find(List<CheckRow> rows, CheckRow wanted) {
        CheckRow first = null;
        for (CheckRow row : rows) {
            if (row.isPlaceOf(wanted)) {
                return row;
            }
            if (first == null && row.place() == wanted.place()) {
                first = row;
            }
        }
        return first;
    }

    private TableColumn<CheckRow, String> column(String key, double width, Function<CheckRow, String> text) {
        TableColumn<CheckRow, String> column = new TableColumn<>(Messages.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setCellFactory(_ -> new TextCell());
        return column;
    }

    private static TableColumn<CheckRow, String> number(TableColumn<CheckRow, String> column) {
        column.getStyleClass().add("number-column");
        return column;
    }

    /// Long text is cut at the column's end and whole in the tooltip.
    private static final class TextCell extends TableCell<CheckRow, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.length() < 12 ? null : new Tooltip(text));
            if (getTableColumn().getStyleClass().contains("number-column")) {
                setAlignment(Pos.CENTER_RIGHT);
            }
        }
    }
}
