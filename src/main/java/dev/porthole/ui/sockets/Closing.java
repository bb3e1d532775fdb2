package dev.porthole.ui.sockets;

import dev.porthole.engine.ConnectionCloser;
import dev.porthole.engine.ConnectionCloser.Outcome;
import dev.porthole.engine.Daemon;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.ui.kit.FxLane;
import dev.porthole.ui.kit.Lane;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.NoticeBar;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Closes the selected connection, after it has shown which and been told to.
final class Closing {
    private final SocketTableView rows;
    private final SnapshotService service;
    private final NoticeBar notice;
    private final ExecutorService background = Daemon.single("porthole-closer");
    private final Lane<Result> toFx;

    Closing(SocketTableView rows, SnapshotService service, NoticeBar notice) {
        this.rows = rows;
        this.service = service;
        this.notice = notice;
        toFx = new Lane<>(FxLane.FX, this::tell);
    }

    private record Result(SocketEntry socket, @Nullable Outcome outcome, String trouble) {}

    void close() {
        background.shutdownNow();
    }

    /// Of the selected rows; empty before the first reading.
    Optional<CloseCandidate> candidate() {
        return Optional.ofNullable(service.monitor()).map(monitor -> candidate(monitor.closer()));
    }

    void closeSelected(@Nullable Window window) {
        var monitor = service.monitor();
        if (monitor == null) {
            return;
        }
        ConnectionCloser closer = monitor.closer();
        switch (candidate(closer)) {
            case CloseCandidate.Refused refused -> notice.warn(refused.sentence());
            case CloseCandidate.Possible(SocketEntry socket) ->
                new CloseDialog(socket, window)
                        .show(() -> background.execute(() -> toFx.publish(result(closer, socket))));
        }
    }

    private CloseCandidate candidate(ConnectionCloser closer) {
        Optional<SocketEntry> first = rows.selection().byOwner().stream().findFirst();
        return first.isEmpty() && rows.selection().isShown()
                ? CloseCandidate.closed()
                : CloseCandidate.of(first, rows.selected().size(), closer);
    }

    private static Result result(ConnectionCloser closer, SocketEntry socket) {
        try {
            return new Result(socket, closer.close(socket), "");
        } catch (IOException e) {
            return new Result(socket, null, String.valueOf(e.getMessage()));
        }
    }

    private void tell(Result result) {
        String ends = SocketFacts.subtitle(result.socket());
        if (result.outcome() == null) {
            notice.warn(Messages.text("close.failed", ends, result.trouble()));
        } else if (result.outcome() == Outcome.CLOSED) {
            notice.tell(Messages.text("close.done", ends));
        } else {
            notice.warn(Messages.text("close.not." + result.outcome().name(), ends));
        }
    }
}
