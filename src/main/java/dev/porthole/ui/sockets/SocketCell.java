package dev.porthole.ui.sockets;

import javafx.geometry.Pos;
import javafx.scene.Node;

/// A cell that tells values from reasons: what is absent is written fainter.
final class SocketCell extends LiveCell {
    /// Of the text alone: another style would have the toolkit style the cell anew whenever rows move on.
    private static final double ABSENT = 0.65;

    private final SocketColumn column;
    private boolean isAbsent;

    SocketCell(SocketColumn column, RowList rows) {
        super(rows);
        this.column = column;
        setAlignment(column.isNumber() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    void show(SocketRow row) {
        setText(column.text(row));
        isAbsent = column.isAbsent(row);
        fade();
    }

    /// Also when the toolkit has just made the text.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        fade();
    }

    private void fade() {
        for (Node text : getChildrenUnmodifiable()) {
            text.setOpacity(isAbsent ? ABSENT : 1);
        }
    }
}
