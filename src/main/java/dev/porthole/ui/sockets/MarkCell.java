package dev.porthole.ui.sockets;

import dev.porthole.sockets.Change;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.Messages;
import java.time.ZoneId;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The sign of what happened to the row of late, for those who cannot tell its colour, and the words for it.
final class MarkCell extends LiveCell {
    /// The id of the column.
    static final String COLUMN = "mark";

    private static final double WIDTH = 22;
    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");

    private final Tooltip tip = new Tooltip();
    private @Nullable Change shown;

    private MarkCell(RowList rows) {
        super(rows);
        setAlignment(Pos.CENTER);
        getStyleClass().add("mark-cell");
    }

    static TableColumn<Place, String> column(RowList rows) {
        TableColumn<Place, String> column = new TableColumn<>();
        column.setId(COLUMN);
        column.setPrefWidth(WIDTH);
        column.setMinWidth(WIDTH);
        column.setResizable(false);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(_ -> new MarkCell(rows));
        column.setCellValueFactory(cell -> {
            int index = cell.getValue().index();
            Change change = rows.isFilled(index) ? rows.at(index).change() : null;
            return new ReadOnlyObjectWrapper<>(change == null ? "" : sign(change));
        });
        return column;
    }

    @Override
    void clear() {
        show((Change) null);
    }

    @Override
    void show(SocketRow row) {
        show(row.change());
    }

    private void show(@Nullable Change change) {
        if (Objects.equals(change, shown)) {
            return;
        }
        shown = change;
        mark(this, change == null ? null : change.kind());
        setText(change == null ? null : sign(change));
        String words = change == null ? null : words(change);
        setAccessibleText(words);
        tip.setText(words);
        setTooltip(words == null ? null : tip);
    }

    /// Gives a node the style of what happened.
    static void mark(Node node, Change.@Nullable Kind kind) {
        node.pseudoClassStateChanged(OPENED, kind == Change.Kind.OPENED);
        node.pseudoClassStateChanged(CHANGED, kind == Change.Kind.CHANGED);
        node.pseudoClassStateChanged(CLOSED, kind == Change.Kind.CLOSED);
    }

    static String sign(Change change) {
        return switch (change.kind()) {
            case OPENED -> Messages.text("sockets.mark.opened");
            case CHANGED -> Messages.text("sockets.mark.changed");
            case CLOSED -> Messages.text("sockets.mark.closed");
        };
    }

    static String words(Change change) {
        String time = ClockText.time(change.seen(), ZoneId.systemDefault());
        return switch (change.kind()) {
            case OPENED -> Messages.text("sockets.mark.opened.tip", time);
            case CLOSED -> Messages.text("sockets.mark.closed.tip", time);
            case CHANGED ->
                change.former()
                        .map(state -> Messages.text("sockets.mark.changed.state", time, state.name()))
                        .orElseGet(() -> Messages.text("sockets.mark.changed.owner", time));
        };
    }
}
