package dev.porthole.ui.sockets;

import dev.porthole.sockets.SocketEntry;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Keeps the inspector on the first selected socket, also when that is closed or filtered out.
final class Inspecting {
    private final SocketTableView rows;
    private final InspectorView inspector;
    private final BooleanSupplier isWanted;
    private @Nullable SocketEntry inspected;
    /// When it was seen last; null while it is there.
    private @Nullable Instant closed;

    private Instant lastSeen = Instant.EPOCH;

    Inspecting(SocketTableView rows, InspectorView inspector, BooleanSupplier isWanted) {
        this.rows = rows;
        this.inspector = inspector;
        this.isWanted = isWanted;
    }

    void selectionChanged() {
        inspected = null;
        rows.selection().first().ifPresent(row -> {
            inspected = row.snapshot().entry(row.row());
            lastSeen = row.change() != null && row.isClosed()
                    ? row.change().seen()
                    : row.snapshot().time();
            closed = row.isClosed() ? lastSeen : null;
        });
        show();
    }

    void follow(Arrangement arrangement) {
        if (inspected != null && !rows.selected().isEmpty()) {
            var entry = arrangement.entry(rows.selected().getFirst());
            inspected = entry.orElse(inspected);
            lastSeen = entry.isPresent() ? arrangement.snapshot().time() : lastSeen;
            closed = entry.isPresent() ? null : lastSeen;
            show();
        }
    }

    void show() {
        if (!isWanted.getAsBoolean()) {
            return;
        }
        if (inspected == null) {
            inspector.showNothing();
        } else {
            inspector.show(inspected, closed);
        }
    }
}
