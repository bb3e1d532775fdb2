package dev.porthole.ui.sockets;

import dev.porthole.engine.Daemon;
import dev.porthole.engine.ProcessEnder;
import dev.porthole.engine.ProcessEnder.Outcome;
import dev.porthole.engine.SocketMonitor;
import dev.porthole.sockets.Holdings;
import dev.porthole.sockets.ProcessFacts;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.ui.kit.FxLane;
import dev.porthole.ui.kit.Lane;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.NoticeBar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Ends the process that holds the selected socket, after it has shown which and been told to.
final class Ending {
    /// How long a process may take before force is offered.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SocketTableView rows;
    private final SnapshotService service;
    private final NoticeBar notice;
    private final ExecutorService waiting = Daemon.single("porthole-ender");
    private final ExecutorService asking = Daemon.single("porthole-process-facts");

    Ending(SocketTableView rows, SnapshotService service, NoticeBar notice) {
        this.rows = rows;
        this.service = service;
        this.notice = notice;
    }

    void close() {
        waiting.shutdownNow();
        asking.shutdownNow();
    }

    /// Of the selected rows; empty before the first reading.
    Optional<EndCandidate> candidate() {
        return Optional.ofNullable(service.monitor()).map(this::candidate);
    }

    private EndCandidate candidate(SocketMonitor monitor) {
        List<SocketEntry> open = rows.selection().byOwner();
        return open.isEmpty() && rows.selection().isShown()
                ? EndCandidate.closed()
                : EndCandidate.of(open, monitor.ender().actor());
    }

    void end(Snapshot snapshot, @Nullable Window window) {
        SocketMonitor monitor = service.monitor();
        if (monitor == null) {
            return;
        }
        switch (candidate(monitor)) {
            case EndCandidate.Refused refused -> notice.warn(refused.sentence());
            case EndCandidate.Possible possible -> ask(possible, monitor, snapshot, window);
        }
    }

    private record Details(ProcessRef process, Optional<ProcessFacts> facts, Holdings held) {}

    private void ask(
            EndCandidate.Possible candidate, SocketMonitor monitor, Snapshot snapshot, @Nullable Window window) {
        ProcessEnder ender = monitor.ender();
        SocketEntry socket = candidate.socket();
        EndViewModel model = new EndViewModel(
                candidate,
                ender.actor(),
                (process, way, patience) -> ender.end(process, socket, way, PATIENCE, patience),
                waiting,
                FxLane.FX);
        EndDialog dialog = new EndDialog(candidate, model, PATIENCE, window);
        Lane<Details> toFx =
                new Lane<>(FxLane.FX, details -> dialog.show(details.process(), details.facts(), details.held()));
        Lane<ProcessRef> toBackground = new Lane<>(
                asking,
                process -> toFx.publish(new Details(process, monitor.facts(process), Holdings.of(process, snapshot))));
        model.chosenProperty().addListener((property, before, now) -> toBackground.publish(now));
        toBackground.publish(model.chosenProperty().get());
        dialog.show(last -> closed(last, model.chosenProperty().get()));
    }

    private void closed(EndState last, ProcessRef process) {
        String name = SocketFacts.name(process);
        if (last instanceof EndState.Over(Outcome outcome) && outcome == Outcome.ENDED) {
            notice.tell(Messages.text("end.done", name));
        } else if (last instanceof EndState.Waiting) {
            notice.tell(Messages.text("end.not-waited-for", name));
        }
    }
}
