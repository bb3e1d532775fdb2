package dev.porthole.ui.sockets;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A cell that tells values from reasons: what is absent is written fainter.
final class SocketCell extends TableCell<SocketRow, String> {
    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");

    private final SocketColumn column;

    SocketCell(SocketColumn column) {
        this.column = column;
        setAlignment(column.isNumber() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
        SocketRow row = getTableRow() == null ? null : getTableRow().getItem();
        pseudoClassStateChanged(ABSENT, !empty && row != null && column.isAbsent(row));
    }
}
