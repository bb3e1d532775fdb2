package dev.porthole.engine;

import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.source.SocketLooker;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Looks up the few sockets that somebody looks at, between the readings: at most ten times a second, and never queued
/// behind a reading. Closes with its monitor.
public final class LookUps implements AutoCloseable {
    /// How many sockets are looked up at a time.
    public static final int MOST = SocketLooker.MOST;

    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final Optional<SocketLooker> looker;
    private Set<SocketKey> foundBefore = Set.of();
    private long nextAt = System.nanoTime();

    LookUps(Optional<SocketLooker> looker) {
        this.looker = looker;
    }

    /// What came of it. A socket in neither was not asked for, or cannot be found this way.
    ///
    /// @param gone those that the look-up before had found
    public record Found(SocketTable live, Set<SocketKey> gone) {
        public Found {
            gone = Set.copyOf(gone);
        }
    }

    /// Whether this source can look up this socket at all.
    public boolean canLookUp(SocketKey key) {
        return looker.isPresent() && looker.get().canLookUp(key);
    }

    /// Looks up these sockets, the first [#MOST] of them. Comes back at most a tenth of a second later than the system
    /// answers, so that nobody can ask too often.
    ///
    /// @throws IOException if the system does not answer; the message says why
    public synchronized Found lookUp(Collection<SocketKey> keys) throws IOException, InterruptedException {
        if (looker.isEmpty()) {
            return new Found(SocketTable.empty(), Set.of());
        }
        TimeUnit.NANOSECONDS.sleep(Math.max(0, nextAt - System.nanoTime()));
        nextAt = System.nanoTime() + SHORTEST.toNanos();
        SocketTable table =
                looker.get().lookUp(keys.stream().distinct().limit(MOST).toList());
        Set<SocketKey> live = new HashSet<>();
        for (int row = 0; row < table.size(); row++) {
            live.add(table.key(row));
        }
        Set<SocketKey> gone = new HashSet<>(foundBefore);
        gone.retainAll(keys);
        gone.removeAll(live);
        // Gone stays gone for as long as it is asked for.
        foundBefore = new HashSet<>(live);
        foundBefore.addAll(gone);
        return new Found(table, gone);
    }

    @Override
    public synchronized void close() {
        looker.ifPresent(SocketLooker::close);
    }
}
