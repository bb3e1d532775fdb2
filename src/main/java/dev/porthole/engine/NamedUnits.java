package dev.porthole.engine;

import dev.porthole.sockets.Figure;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.Unit;
import dev.porthole.sockets.source.UnitSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/// Knows the services and containers of the sockets seen so far. Only a group that was never asked for has all groups
/// searched, in another thread, so that machines with very many of them delay no reading.
final class NamedUnits {
    private final UnitSource source;
    private final Search<Map<Long, Unit>> search;
    private final Set<Long> asked = new HashSet<>();
    private Map<Long, Unit> known = Map.of();
    private boolean wanted;
    private long last;

    NamedUnits(UnitSource source, ExecutorService searcher, Duration patience) {
        this.source = source;
        search = new Search<>(searcher, patience);
    }

    /// What is known by now.
    ///
    /// @param appeared rows that the table before did not have
    Map<Long, Unit> of(SocketTable table, int[] appeared) throws InterruptedException {
        for (int row : appeared) {
            long group = table.figure(row, Figure.CGROUP, 0);
            if (group != last && group != 0) {
                last = group;
                wanted |= asked.add(group);
            }
        }
        if (wanted && !search.isUnderWay()) {
            wanted = false;
            search.start(source::search);
        }
        search.awaitFirst().ifPresent(found -> known = found);
        return known;
    }
}
