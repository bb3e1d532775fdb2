package dev.porthole.ui.datadog;

import dev.porthole.ui.kit.FillingResizePolicy;
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
                column("datadog.column.status", 124, row -> status(row).word());
        status.setCellFactory(_ -> new StatusCell(this::status));
        TableColumn<CheckRow, String> name = column("datadog.column.name", 140, CheckText::name);
        TableColumn<CheckRow, String> host = column("datadog.column.host", 104, CheckText::host);
        TableColumn<CheckRow, String> message = column("datadog.column.message", 230, CheckText::message);
        TableColumn<CheckRow, String> tags = column("datadog.column.tags", 130, CheckText::tags);
        tags.setCellFactory(_ -> new TextCell(CheckText::allTags));
        table.getColumns()
                .setAll(List.of(
                        status,
                        name,
                        host,
                        number(column("datadog.column.port", 64, CheckText::port)),
                        column("datadog.column.address", 136, CheckText::address),
                        column("datadog.column.calls", 100, CheckText::calls),
                        number(column("datadog.column.timeout", 76, CheckText::timeout)),
                        number(column("datadog.column.time", 76, CheckText::time)),
                        message,
                        tags));
        table.setColumnResizePolicy(new FillingResizePolicy(List.of(name, host, message, tags)::contains));
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
        column.setCellFactory(_ -> new TextCell(text));
        return column;
    }

    private static TableColumn<CheckRow, String> number(TableColumn<CheckRow, String> column) {
        column.getStyleClass().add(FillingResizePolicy.NUMBER_COLUMN);
        return column;
    }

    /// A text that is cut at the column's end is whole in the tooltip.
    private static final class TextCell extends TableCell<CheckRow, String> {
        private static final double WIDEST_TIP = 560;

        private final Tooltip tip = new Tooltip();

        TextCell(Function<CheckRow, String> whole) {
            tip.setWrapText(true);
            tip.setMaxWidth(WIDEST_TIP);
            tip.setOnShowing(_ -> {
                CheckRow row = getTableRow().getItem();
                tip.setText(row == null ? getText() : whole.apply(row));
            });
            textTruncatedProperty().subscribe(cut -> setTooltip(cut ? tip : null));
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            if (getTableColumn().getStyleClass().contains(FillingResizePolicy.NUMBER_COLUMN)) {
                setAlignment(Pos.CENTER_RIGHT);
            }
        }
    }
}
