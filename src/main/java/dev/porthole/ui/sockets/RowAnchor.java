package dev.porthole.ui.sockets;

import dev.porthole.sockets.SocketKey;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Keeps rows where they are on screen while others come and go: the row under the pointer, else the topmost one. At
/// the top of the list its start stays in view.
final class RowAnchor {
    /// Rows at each end of the list that somebody may come to see between two readings.
    private static final int MARGIN = 100;
    private static final int LEAST_DRIFT = 20;
    /// A drift of this part of the list moves the thumb of the scroll bar by less than four pixels.
    private static final int DRIFT_SHARE = 200;

    private final TableView<Place> table;
    private final RowList rows;
    private double pointer;
    /// Looked up on first need, as a look-up walks the whole table.
    private @Nullable VirtualFlow<?> found;

    RowAnchor(TableView<Place> table, RowList rows) {
        this.table = table;
        this.rows = rows;
        table.addEventFilter(MouseEvent.MOUSE_MOVED, move -> pointer = move.getSceneY());
    }

    /// A row that is to stay where it is on screen.
    record Hold(SocketKey key, int index) {}

    /// The rows that may be held on to, the best first.
    List<Hold> holds() {
        int top = topIndex();
        return top + rows.drift() == 0
                ? List.of()
                : IntStream.of(indexUnderPointer(), top)
                        .filter(rows::isFilled)
                        .mapToObj(index -> new Hold(rows.at(index).key(), index))
                        .toList();
    }

    /// With which drift the rows in sight keep their index in the next arrangement. Empty if the list is to be
    /// exact, for one of its ends is near or the drift would be seen at the scroll bar.
    OptionalInt drift(Arrangement next) {
        int drift = holds().stream()
                .flatMap(hold -> next.place(hold.key()).stream().mapToObj(place -> place - hold.index()))
                .findFirst()
                .orElse(rows.drift());
        int most = Math.max(LEAST_DRIFT, rows.size() / DRIFT_SHARE);
        boolean isSlight = Math.abs(drift) <= most && Math.abs(next.size() - rows.size()) <= most;
        boolean isFarFromStart = drift == 0 || topIndex() >= MARGIN;
        boolean isFarFromEnd = lastIndex() + MARGIN < Math.min(rows.size(), next.size() - drift);
        return isSlight && isFarFromStart && isFarFromEnd ? OptionalInt.of(drift) : OptionalInt.empty();
    }

    /// Before the list shrinks to this size: as far up that none of the rows in sight is one that goes. The toolkit
    /// would fill the view with rows behind the end of the list, and complain of their number in the log.
    ///
    /// @return by how many rows
    int scrollUpInto(int size) {
        int beyond = Math.clamp(lastIndex() + 1L - size, 0, topIndex());
        scroll(-beyond);
        return beyond;
    }

    /// @param scrolled by how many rows towards the start since the holds were taken
    void restore(List<Hold> holds, int scrolled, Arrangement next) {
        for (Hold hold : holds) {
            OptionalInt place = next.place(hold.key());
            if (place.isPresent()) {
                scroll(place.getAsInt() - hold.index() + scrolled);
                return;
            }
        }
    }

    /// By so many rows towards the end.
    void scroll(int distance) {
        VirtualFlow<?> flow = flow();
        if (flow != null && distance != 0) {
            flow.scrollPixels(distance * table.getFixedCellSize());
        }
    }

    /// The rows in sight.
    List<SocketTableRow> inSight() {
        VirtualFlow<?> flow = flow();
        return flow == null || flow.getLastVisibleCell() == null
                ? List.of()
                : IntStream.rangeClosed(topIndex(), lastIndex())
                        .mapToObj(flow::getVisibleCell)
                        .filter(SocketTableRow.class::isInstance)
                        .map(SocketTableRow.class::cast)
                        .toList();
    }

    private int indexUnderPointer() {
        VirtualFlow<?> flow = flow();
        if (!table.isHover() || flow == null || flow.getFirstVisibleCell() == null) {
            return -1;
        }
        IndexedCell<?> first = flow.getFirstVisibleCell();
        double below = flow.sceneToLocal(0, pointer).getY() - first.getLayoutY();
        return below < 0 ? -1 : first.getIndex() + (int) (below / table.getFixedCellSize());
    }

    private int topIndex() {
        VirtualFlow<?> flow = flow();
        return flow == null || flow.getFirstVisibleCell() == null
                ? 0
                : Math.max(0, flow.getFirstVisibleCell().getIndex());
    }

    private int lastIndex() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
        return last == null ? 0 : last.getIndex();
    }

    private @Nullable VirtualFlow<?> flow() {
        if (found == null || found.getScene() == null) {
            found = table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
        }
        return found;
    }
}
