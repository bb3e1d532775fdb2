package dev.porthole.ui.sockets;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;

/// A cell that tells values from reasons: what is absent is written fainter.
final class SocketCell extends LiveCell {
    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");

    private final SocketColumn column;

    SocketCell(SocketColumn column, RowList rows) {
        super(rows);
        this.column = column;
        setAlignment(column.isNumber() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    void show(SocketRow row) {
        setText(column.text(row));
        pseudoClassStateChanged(ABSENT, column.isAbsent(row));
    }
}
