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
    private final TableView<Place> table;
    private final RowList rows;
    private double pointer;

    RowAnchor(TableView<Place> table, RowList rows) {
        this.table = table;
        this.rows = rows;
        table.addEventFilter(MouseEvent.MOUSE_MOVED, move -> pointer = move.getSceneY());
    }

    /// A row that is to stay where it is on screen.
    record Hold(SocketKey key, int place) {}

    /// The rows that may be held on to, the best first.
    List<Hold> holds() {
        int top = topPlace();
        return top == 0
                ? List.of()
                : IntStream.of(placeUnderPointer(), top)
                        .filter(place -> place >= 0 && place < rows.size())
                        .mapToObj(place -> new Hold(key(place), place))
                        .toList();
    }

    void restore(List<Hold> holds, Arrangement next) {
        VirtualFlow<?> flow = flow();
        for (Hold hold : holds) {
            OptionalInt place = next.place(hold.key());
            if (flow != null && place.isPresent()) {
                if (place.getAsInt() != hold.place()) {
                    flow.scrollPixels((place.getAsInt() - hold.place()) * table.getFixedCellSize());
                }
                return;
            }
        }
    }

    /// The rows in sight.
    List<SocketTableRow> inSight() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
        return flow == null || last == null
                ? List.of()
                : IntStream.rangeClosed(topPlace(), last.getIndex())
                        .mapToObj(flow::getVisibleCell)
                        .filter(SocketTableRow.class::isInstance)
                        .map(SocketTableRow.class::cast)
                        .toList();
    }

    private int placeUnderPointer() {
        VirtualFlow<?> flow = flow();
        if (!table.isHover() || flow == null || flow.getFirstVisibleCell() == null) {
            return -1;
        }
        IndexedCell<?> first = flow.getFirstVisibleCell();
        double below = flow.sceneToLocal(0, pointer).getY() - first.getLayoutY();
        return below < 0 ? -1 : first.getIndex() + (int) (below / table.getFixedCellSize());
    }

    private int topPlace() {
        VirtualFlow<?> flow = flow();
        return flow == null || flow.getFirstVisibleCell() == null
                ? 0
                : Math.max(0, flow.getFirstVisibleCell().getIndex());
    }

    private SocketKey key(int place) {
        SocketRow row = rows.at(place);
        return row.snapshot().table().key(row.row());
    }

    private @Nullable VirtualFlow<?> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }
}
