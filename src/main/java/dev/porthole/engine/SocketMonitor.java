package dev.porthole.engine;

import dev.porthole.sockets.Ended;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.Pace;
import dev.porthole.sockets.ProcessFacts;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SnapshotDiff;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.Unit;
import dev.porthole.sockets.source.OwnerTracker;
import dev.porthole.sockets.source.ProcessReader;
import dev.porthole.sockets.source.Sources;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Takes snapshots. The search for owners runs in a thread of its own: a machine with very many processes delays the
/// owners of new sockets, never the table.
public final class SocketMonitor implements AutoCloseable {
    private final Sources sources;
    private final Clock clock;
    private final ProcessEnder ender;
    private final ConnectionCloser closer;
    private final ExecutorService searcher = Daemon.single("porthole-owners");

    private final @Nullable OwnerTracker tracker;
    private final Search<Boolean> walk;
    private final Search<SearchedOwners> search;
    private final NamedUnits units;
    private final LookUps lookUps;
    private @Nullable EndedWatch watch;
    private volatile @Nullable Ended ended;
    private boolean watchedBefore;
    private SearchedOwners latest = SearchedOwners.NOT_YET;
    private SocketTable last = SocketTable.empty();
    private Pace pace = Pace.NOT_YET;
    private SnapshotCost cost = SnapshotCost.NONE;

    /// @param patience how long a snapshot waits for the owners of its own sockets before it takes those of the last
    ///     search; where owners are followed, only until the first search is done
    SocketMonitor(Sources sources, Clock clock, Duration patience) {
        this.sources = sources;
        this.clock = clock;
        ender = new ProcessEnder(sources.owners());
        closer = new ConnectionCloser(sources.sockets().closer());
        lookUps = new LookUps(sources.sockets().looker());
        tracker = sources.owners().tracker().orElse(null);
        walk = new Search<>(searcher, patience);
        search = new Search<>(searcher, patience);
        units = new NamedUnits(sources.sockets().units(), searcher, patience);
    }

    /// The sockets of this moment. For one thread at a time.
    ///
    /// @throws IOException if the source no longer works
    public synchronized Snapshot snapshot() throws IOException, InterruptedException {
        long began = System.nanoTime();
        Reading reading = sources.sockets().read();
        var time = clock.instant();
        long read = System.nanoTime();
        SnapshotDiff diff = SnapshotDiff.between(last, reading.table());
        // The clock on the wall may jump, and with it all rates.
        pace = pace.next(last, reading.table(), diff, Duration.ofNanos(read));
        ended = watch == null ? null : ended(watch.take(), reading.table());
        last = reading.table();
        long compared = System.nanoTime();
        Map<Long, Unit> named = units.of(reading.table(), diff.appeared());
        Ownership owners = tracker == null ? searched(reading) : followed(tracker, reading.table(), diff);
        Snapshot snapshot = Snapshot.of(time, completed(reading, named), owners, pace);
        cost = new SnapshotCost(
                Duration.ofNanos(read - began),
                Duration.ofNanos(System.nanoTime() - compared),
                Duration.ofNanos(compared - read),
                diff.appeared().length,
                diff.gone().length);
        return snapshot;
    }

    /// The sockets of this moment that have this port at either end, with the owners that an earlier snapshot knew. For
    /// less than a snapshot of all, and does not count as one: the next snapshot is compared with the last of all.
    ///
    /// @return empty where the source gives all sockets or none
    public synchronized Optional<Snapshot> snapshot(int port, Snapshot earlier)
            throws IOException, InterruptedException {
        var time = clock.instant();
        return sources.sockets()
                .read(port)
                .map(reading -> Snapshot.of(
                        time, completed(reading, Map.of()), new KnownOwners(earlier, port, sources.owners())));
    }

    /// Whether this very program holds a socket whose owner is still looked for.
    public boolean isOurs(SocketEntry socket) {
        var self = new ProcessRef(ProcessHandle.current().pid(), null, null, null);
        return sources.owners().holds(self, socket);
    }

    /// A snapshot of this monitor with the owners of those that were still looked for, by a search over all processes
    /// that is waited for with patience. A new socket is looked for where it is likely only, and may be missed at
    // first.
    public synchronized Snapshot settled(Snapshot snapshot) throws InterruptedException {
        if (!search.isUnderWay()) {
            search.start(() -> searchFor(snapshot.table()));
        }
        return search.await().map(snapshot::found).orElse(snapshot);
    }

    /// What the last snapshot took.
    public synchronized SnapshotCost cost() {
        return cost;
    }

    /// More about an owner, or nothing if that process has ended since.
    public Optional<ProcessFacts> facts(ProcessRef process) {
        return sources.owners().isAlive(process) ? Optional.of(ProcessReader.read(process.pid())) : Optional.empty();
    }

    /// Ends processes that hold sockets of these snapshots.
    public ProcessEnder ender() {
        return ender;
    }

    /// Closes connections of these snapshots.
    public ConnectionCloser closer() {
        return closer;
    }

    /// Looks up single sockets of these snapshots.
    public LookUps lookUps() {
        return lookUps;
    }

    /// Has the system tell from now on of sockets that end between the snapshots, where it can.
    public synchronized void watchEnded() {
        if (watch == null) {
            watch = sources.sockets().ended().map(EndedWatch::new).orElse(null);
        }
    }

    /// What ended between the last two snapshots; empty if nobody watched them both, or the system does not tell.
    public Optional<Ended> ended() {
        return Optional.ofNullable(ended);
    }

    private @Nullable Ended ended(EndedWatch.@Nullable Heard heard, SocketTable now) {
        boolean first = !watchedBefore;
        watchedBefore = true;
        // What ended before the first snapshot may have been open for days.
        return first || heard == null ? null : Ended.between(last, now, heard.sockets(), heard.lost());
    }

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
        }
        lookUps.close();
        searcher.shutdownNow();
        sources.sockets().close();
    }

    private Ownership followed(OwnerTracker follower, SocketTable table, SnapshotDiff diff)
            throws InterruptedException {
        if (!walk.isUnderWay() && follower.wantsSearch()) {
            walk.start(Executors.callable(follower.search(), true));
        }
        walk.awaitFirst();
        return follower.follow(table, diff);
    }

    private Ownership searched(Reading reading) throws InterruptedException {
        if (!search.isUnderWay()) {
            search.start(() -> searchFor(reading.table()));
        }
        // Where it goes on, the owners of the search before stand.
        search.await().ifPresent(found -> latest = found);
        return latest;
    }

    private SearchedOwners searchFor(SocketTable table) {
        return new SearchedOwners(sources.owners().search(), SearchedOwners.inodes(table));
    }

    private Reading completed(Reading reading, Map<Long, Unit> named) {
        if (sources.refusals().isEmpty() && named.isEmpty()) {
            return reading;
        }
        List<Gap> gaps = new ArrayList<>(sources.refusals());
        gaps.addAll(reading.gaps());
        return new Reading(reading.table(), gaps, reading.source(), reading.users(), named);
    }
}
