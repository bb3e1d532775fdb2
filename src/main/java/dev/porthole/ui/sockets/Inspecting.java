package dev.porthole.ui.sockets;

import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Keeps the inspector on the first selected socket, also when that is closed or filtered out.
final class Inspecting {
    private final SocketTableView rows;
    private final InspectorView inspector;
    private final BooleanSupplier isWanted;
    private @Nullable Inspected inspected;

    Inspecting(SocketTableView rows, InspectorView inspector, BooleanSupplier isWanted) {
        this.rows = rows;
        this.inspector = inspector;
        this.isWanted = isWanted;
    }

    void selectionChanged() {
        inspected = rows.selection().first().map(Inspected::of).orElse(null);
        show();
    }

    void follow(Arrangement arrangement) {
        if (inspected != null && !rows.selected().isEmpty()) {
            Inspected last = inspected;
            inspected = arrangement
                    .entry(rows.selected().getFirst())
                    .map(entry -> Inspected.of(entry, arrangement.snapshot()))
                    .orElseGet(last::closed);
            show();
        }
    }

    /// The row that the details show, if they are open and the socket is.
    Optional<SocketRow> row(Arrangement arrangement) {
        return inspected == null
                        || inspected.gone()
                        || !isWanted.getAsBoolean()
                        || rows.selected().isEmpty()
                ? Optional.empty()
                : arrangement.row(rows.selected().getFirst());
    }

    /// Shows what a newer look at the socket found.
    void follow(Snapshot newer, Set<SocketKey> gone) {
        if (inspected == null || inspected.gone()) {
            return;
        }
        SocketKey key = inspected.entry().key();
        if (gone.contains(key)) {
            inspected = inspected.closed();
            show();
        }
        for (int row = 0; row < newer.size(); row++) {
            if (newer.table().key(row).equals(key)) {
                inspected = Inspected.of(newer.entry(row), newer);
                show();
            }
        }
    }

    void show() {
        if (!isWanted.getAsBoolean()) {
            return;
        }
        if (inspected == null) {
            inspector.showNothing();
        } else {
            inspector.show(inspected);
        }
    }
}
