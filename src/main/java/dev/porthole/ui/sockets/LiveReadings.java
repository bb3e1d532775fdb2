package dev.porthole.ui.sockets;

import dev.porthole.sockets.Snapshot;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Hands each reading on to the model, and takes no more of them while the screen is paused.
final class LiveReadings {
    private final SnapshotService service;
    private final SocketsViewModel model;
    private final SocketTableView rows;
    private final BooleanSupplier gone;

    /// @param gone whether the window has gone: a reading may arrive later
    LiveReadings(SnapshotService service, SocketsViewModel model, SocketTableView rows, BooleanSupplier gone) {
        this.service = service;
        this.model = model;
        this.rows = rows;
        this.gone = gone;
        service.setOnSucceeded(_ -> accept(service.getLastValue()));
        service.setOnFailed(_ -> model.fail(reason(service.getException())));
        model.pausedProperty().addListener((_, _, paused) -> {
            if (paused) {
                service.cancel();
            } else {
                readNow();
            }
        });
    }

    void readNow() {
        // A reading that waits for its second would come as well.
        service.cancel();
        service.restart();
    }

    private void accept(@Nullable Snapshot snapshot) {
        if (snapshot != null && !gone.getAsBoolean()) {
            model.hold(rows.held());
            model.accept(snapshot);
            if (model.pausedProperty().get()) {
                service.cancel();
            }
        }
    }

    private static String reason(@Nullable Throwable failure) {
        return failure == null || failure.getMessage() == null ? String.valueOf(failure) : failure.getMessage();
    }
}
