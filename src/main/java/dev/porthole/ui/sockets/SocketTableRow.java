package dev.porthole.ui.sockets;

import dev.porthole.sockets.Change;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A row in sight. The toolkit fills it when it comes into sight; what it shows later it looks up itself.
final class SocketTableRow extends TableRow<Place> {
    private static final double GONE = 0.7;

    private final RowList rows;
    /// The colour of what happened: a row with another style of its own has the toolkit style all its cells anew.
    private final Region band = new Region();

    private int version = -1;
    private int place = -1;

    SocketTableRow(RowList rows) {
        this.rows = rows;
        band.getStyleClass().add("mark-band");
        band.setManaged(false);
        band.setMouseTransparent(true);
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
        mark(rows.isFilled(place) ? rows.at(place).change() : null);
        for (Node child : getChildrenUnmodifiable()) {
            if (child instanceof LiveCell cell) {
                cell.refresh();
            }
        }
    }

    private void mark(@Nullable Change change) {
        Change.Kind kind = change == null ? null : change.kind();
        setOpacity(kind == Change.Kind.CLOSED ? GONE : 1);
        // The skin drops it when columns come or go.
        if (kind != null && band.getParent() == null) {
            getChildren().addFirst(band);
            placeBand();
        }
        MarkCell.mark(band, kind);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        placeBand();
    }

    private void placeBand() {
        band.resizeRelocate(0, 0, getWidth(), getHeight() - 1);
    }
}
