package dev.porthole.ui.sockets;

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
