package dev.porthole.ui.sockets;

import dev.porthole.sockets.Change;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// A row in sight. The toolkit fills it when it comes into sight; what it shows later it looks up itself.
final class SocketTableRow extends TableRow<Place> {
    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");

    private final RowList rows;
    private int version = -1;
    private int place = -1;

    SocketTableRow(RowList rows) {
        this.rows = rows;
    }

    /// Also of a row that comes back into sight with the place it had.
    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        refresh();
    }

    /// Shows what stands at its place now, if that may be something else than before.
    void refresh() {
        if (version == rows.version() && place == getIndex()) {
            return;
        }
        version = rows.version();
        place = getIndex();
        boolean isFilled = place >= 0 && place < rows.size();
        mark(isFilled ? rows.at(place).change() : null);
        for (Node child : getChildrenUnmodifiable()) {
            if (child instanceof LiveCell cell) {
                cell.refresh();
            }
        }
    }

    private void mark(@Nullable Change change) {
        Change.Kind kind = change == null ? null : change.kind();
        pseudoClassStateChanged(OPENED, kind == Change.Kind.OPENED);
        pseudoClassStateChanged(CHANGED, kind == Change.Kind.CHANGED);
        pseudoClassStateChanged(CLOSED, kind == Change.Kind.CLOSED);
    }
}
