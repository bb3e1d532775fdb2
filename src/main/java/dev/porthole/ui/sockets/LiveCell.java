package dev.porthole.ui.sockets;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A cell that looks up what it says, whenever it is told to.
///
/// It is not managed: a text that changes has this cell laid out and nothing else. A managed one would have the table
/// lay out, and style anew, every row in sight: three quarters of what a refresh cost.
abstract class LiveCell extends TableCell<Place, String> {
    private final RowList rows;

    LiveCell(RowList rows) {
        this.rows = rows;
        setManaged(false);
        // Rows take cells out that are scrolled out of sight sideways, and tell them nothing meanwhile.
        parentProperty().subscribe(this::refresh);
    }

    abstract void show(SocketRow row);

    /// There is no row at its place.
    void clear() {
        setText(null);
    }

    final void refresh() {
        if (isEmpty()) {
            return;
        }
        if (rows.isFilled(getIndex())) {
            show(rows.at(getIndex()));
        } else {
            clear();
        }
    }

    @Override
    protected final void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        if (empty) {
            clear();
        } else {
            refresh();
        }
    }
}
