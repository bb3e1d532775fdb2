package dev.porthole.ui.sockets;

import dev.porthole.engine.Daemon;
import dev.porthole.engine.LookUps;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketTable;
import dev.porthole.ui.kit.FxLane;
import dev.porthole.ui.kit.Lane;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Looks up the sockets in sight, and the one in the details, over and over between two readings, as long as somebody
/// looks at them. No row changes its place by it. Each arrangement sets it going again.
final class CloserLook {
    private final SnapshotService service;
    private final SocketTableView rows;
    private final Inspecting inspecting;
    private final BooleanSupplier isWanted;
    private final ExecutorService background = Daemon.single("porthole-looker");
    private final Lane<Answer> toFx = new Lane<>(FxLane.FX, this::show);
    private boolean isUnderWay;

    /// @param isWanted whether somebody looks at the table, which is not to be held still
    CloserLook(SnapshotService service, SocketTableView rows, Inspecting inspecting, BooleanSupplier isWanted) {
        this.service = service;
        this.rows = rows;
        this.inspecting = inspecting;
        this.isWanted = isWanted;
    }

    /// What a look-up told, as a later look at the sockets of a snapshot.
    ///
    /// @param answered false: the system did not answer, and is asked again after the next reading
    record Answer(Snapshot of, Snapshot newer, Set<SocketKey> gone, boolean answered) {
        /// Joins what was found with the rows that were asked for.
        static Answer of(Snapshot of, List<SocketRow> asked, LookUps.Found found, Instant when) {
            Map<SocketKey, Integer> rows = new HashMap<>();
            asked.forEach(row -> rows.put(row.key(), row.row()));
            SocketTable live = found.live();
            SocketTable.Builder known = new SocketTable.Builder();
            int[] before = IntStream.range(0, live.size())
                    .filter(row -> rows.containsKey(live.key(row)))
                    .peek(row -> known.add(live, row))
                    .map(row -> rows.getOrDefault(live.key(row), 0))
                    .toArray();
            return new Answer(of, of.lookedUp(known.build(), before, when), found.gone(), true);
        }
    }

    void close() {
        background.shutdownNow();
    }

    /// Asks, unless a question is under way: its answer leads to the next one.
    void look() {
        var monitor = service.monitor();
        if (isUnderWay || monitor == null || background.isShutdown() || !isWanted.getAsBoolean()) {
            return;
        }
        rows.shown().ifPresent(arrangement -> {
            LookUps lookUps = monitor.lookUps();
            List<SocketRow> asked = asked(arrangement, lookUps);
            if (!asked.isEmpty()) {
                isUnderWay = true;
                background.execute(() -> toFx.publish(answer(arrangement.snapshot(), asked, lookUps)));
            }
        });
    }

    private List<SocketRow> asked(Arrangement arrangement, LookUps lookUps) {
        List<SocketRow> asked = new ArrayList<>();
        inspecting.row(arrangement).ifPresent(asked::add);
        asked.addAll(rows.visible());
        asked.removeIf(row -> !lookUps.canLookUp(row.key()));
        return asked;
    }

    private static Answer answer(Snapshot of, List<SocketRow> asked, LookUps lookUps) {
        try {
            LookUps.Found found =
                    lookUps.lookUp(asked.stream().map(SocketRow::key).toList());
            return Answer.of(of, asked, found, Instant.now());
        } catch (IOException | InterruptedException e) {
            // The reading tells if the system does not answer at all.
            return new Answer(of, Snapshot.empty(), Set.of(), false);
        }
    }

    private void show(Answer answer) {
        isUnderWay = false;
        // What was asked before a reading is older than it.
        boolean isNews = rows.shown()
                .filter(arrangement -> arrangement.snapshot().equals(answer.of()))
                .isPresent();
        if (answer.answered() && isNews && isWanted.getAsBoolean()) {
            rows.refresh(answer.newer(), answer.gone());
            inspecting.follow(answer.newer(), answer.gone());
        }
        if (answer.answered()) {
            look();
        }
    }
}
