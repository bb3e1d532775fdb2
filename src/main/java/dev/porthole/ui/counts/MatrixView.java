package dev.porthole.ui.counts;

import dev.porthole.counts.CountScope;
import dev.porthole.counts.Tally;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.report.Words;
import dev.porthole.ui.kit.Hint;
import dev.porthole.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;

/// States and types with their numbers. Arrows go from cell to cell, Enter and a double click open one, Space and
/// Ctrl+click choose it for the chart.
public final class MatrixView extends GridPane {
    private static final double NAME_WIDTH = 118;
    private static final double CELL_WIDTH = 96;
    private static final double ROW_HEIGHT = 25;

    private final List<List<MatrixCell>> rows = new ArrayList<>();
    private List<SocketState> states = List.of();
    private boolean focusWanted;
    private Consumer<CountScope> opener = _ -> {};
    private Consumer<CountScope> chooser = _ -> {};
    private Consumer<CountScope> selector = _ -> {};

    /// Empty until a tally is shown.
    public MatrixView() {
        getStyleClass().add("matrix");
        ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
        getColumnConstraints().add(names);
        for (int column = 0; column <= Protocol.values().length; column++) {
            ColumnConstraints cells = new ColumnConstraints(CELL_WIDTH, CELL_WIDTH, Double.MAX_VALUE);
            cells.setHgrow(Priority.ALWAYS);
            cells.setPercentWidth(-1);
            getColumnConstraints().add(cells);
        }
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// @param open a cell's sockets are to be shown
    /// @param choose a cell goes into the chart or out of it
    /// @param select the keyboard is on this cell
    void connect(Consumer<CountScope> open, Consumer<CountScope> choose, Consumer<CountScope> select) {
        opener = open;
        chooser = choose;
        selector = select;
    }

    void show(CountFrame frame, List<CountScope> charted) {
        Tally tally = frame.latest();
        List<SocketState> wanted = Matrix.states(tally);
        if (!wanted.equals(states)) {
            states = wanted;
            build();
        }
        if (focusWanted) {
            focusCells();
        }
        for (List<MatrixCell> row : rows) {
            for (MatrixCell cell : row) {
                cell.show(
                        tally,
                        Matrix.course(cell.scope(), frame.recent()),
                        Matrix.severity(cell.scope(), tally, frame.alerts()));
                cell.setCharted(charted.contains(cell.scope()));
            }
        }
    }

    void focusCells() {
        MatrixCell cell = focused();
        focusWanted = rows.isEmpty();
        if (cell == null && !rows.isEmpty()) {
            rows.getFirst().getFirst().requestFocus();
        }
    }

    /// Puts the keyboard on the total of a state.
    void focus(SocketState state) {
        int row = states.indexOf(state);
        if (row >= 0) {
            rows.get(row).getLast().requestFocus();
        }
    }

    private void build() {
        getChildren().clear();
        getRowConstraints().clear();
        rows.clear();
        for (Protocol type : Protocol.values()) {
            heading(type.word(), type.ordinal() + 1);
        }
        heading(Messages.text("counts.total"), Protocol.values().length + 1);
        for (SocketState state : states) {
            Label name = new Label(state.name());
            name.getStyleClass().add("matrix-state");
            Hint.on(name, Words.state(state));
            add(name, Matrix.row(state));
        }
        Label total = new Label(Messages.text("counts.total"));
        total.getStyleClass().add("matrix-state");
        add(total, Matrix.totals());
        rows.getLast().forEach(cell -> cell.getStyleClass().add("matrix-total"));
        rows.forEach(row -> row.getLast().getStyleClass().add("matrix-total"));
        for (int row = 0; row < states.size() + 2; row++) {
            RowConstraints height = new RowConstraints(ROW_HEIGHT);
            height.setVgrow(Priority.NEVER);
            getRowConstraints().add(height);
        }
    }

    private void heading(String text, int column) {
        Label heading = new Label(text);
        heading.getStyleClass().add("matrix-heading");
        add(heading, column, 0);
        GridPane.setHalignment(heading, HPos.RIGHT);
    }

    private void add(Label name, List<CountScope> scopes) {
        List<MatrixCell> cells = new ArrayList<>();
        for (CountScope scope : scopes) {
            MatrixCell cell = new MatrixCell(scope, AlertText.scope(scope));
            cell.setId("cell-" + rows.size() + "-" + cells.size());
            cell.setFocusTraversable(rows.isEmpty() && cells.isEmpty());
            cell.focusedProperty().subscribe(now -> {
                if (now) {
                    selector.accept(scope);
                }
            });
            cell.setOnMouseClicked(click -> clicked(cell, click));
            cells.add(cell);
        }
        rows.add(cells);
        add(name, 0, rows.size());
        for (int column = 0; column < cells.size(); column++) {
            add(cells.get(column), column + 1, rows.size());
        }
    }

    private void clicked(MatrixCell cell, MouseEvent click) {
        if (click.getButton() != MouseButton.PRIMARY || !cell.isPossible()) {
            return;
        }
        if (click.getClickCount() == 2) {
            opener.accept(cell.scope());
        } else if (click.isShortcutDown()) {
            chooser.accept(cell.scope());
        }
    }

    private void key(KeyEvent event) {
        MatrixCell cell = focused();
        if (cell == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean used = true;
        switch (event.getCode()) {
            case UP -> move(-1, 0);
            case DOWN -> move(1, 0);
            case LEFT -> move(0, -1);
            case RIGHT -> move(0, 1);
            case HOME -> move(0, -Protocol.values().length);
            case END -> move(0, Protocol.values().length);
            case ENTER, SPACE -> act(cell, event.getCode());
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void act(MatrixCell cell, KeyCode key) {
        if (cell.isPossible()) {
            (key == KeyCode.ENTER ? opener : chooser).accept(cell.scope());
        }
    }

    private void move(int down, int right) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                if (rows.get(row).get(column).isFocused()) {
                    int nextRow = Math.clamp(row + down, 0, rows.size() - 1);
                    int nextColumn = Math.clamp(column + right, 0, rows.get(row).size() - 1);
                    rows.get(nextRow).get(nextColumn).requestFocus();
                    return;
                }
            }
        }
    }

    private @Nullable MatrixCell focused() {
        return rows.stream()
                .flatMap(List::stream)
                .filter(MatrixCell::isFocused)
                .findFirst()
                .orElse(null);
    }
}
