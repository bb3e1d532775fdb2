package dev.porthole.engine;

import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.Pace;
import dev.porthole.sockets.ProcessFacts;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SnapshotDiff;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.source.OwnerTracker;
import dev.porthole.sockets.source.ProcessReader;
import dev.porthole.sockets.source.Sources;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Takes snapshots. The search for owners runs in a thread of its own: a machine with very many processes delays the
/// owners of new sockets, never the table.
public final class SocketMonitor implements AutoCloseable {
    private final Sources sources;
    private final Clock clock;
    private final Duration patience;
    private final ProcessEnder ender;
    private final ExecutorService searcher = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("porthole-owners").factory());

    private final @Nullable OwnerTracker tracker;
    private @Nullable Future<?> walk;
    private boolean walked;
    private @Nullable Future<SearchedOwners> running;
    private SearchedOwners latest = SearchedOwners.NOT_YET;
    private SocketTable last = SocketTable.empty();
    private Pace pace = Pace.NOT_YET;
    private SnapshotCost cost = SnapshotCost.NONE;

    /// @param patience how long a snapshot waits for the owners of its own sockets before it takes those of the last
    ///     search; where owners are followed, only until the first search is done
    SocketMonitor(Sources sources, Clock clock, Duration patience) {
        this.sources = sources;
        this.clock = clock;
        this.patience = patience;
        ender = new ProcessEnder(sources.owners());
        tracker = sources.owners().tracker().orElse(null);
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
        last = reading.table();
        long compared = System.nanoTime();
        Ownership owners = tracker == null ? searched(reading) : followed(tracker, reading.table(), diff);
        Snapshot snapshot = Snapshot.of(time, withRefusals(reading), owners, pace);
        cost = new SnapshotCost(
                Duration.ofNanos(read - began),
                Duration.ofNanos(System.nanoTime() - compared),
                Duration.ofNanos(compared - read),
                diff.appeared().length,
                diff.gone().length);
        return snapshot;
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

    @Override
    public synchronized void close() {
        searcher.shutdownNow();
        sources.sockets().close();
    }

    private Ownership followed(OwnerTracker follower, SocketTable table, SnapshotDiff diff)
            throws InterruptedException {
        if (walk == null && follower.wantsSearch()) {
            walk = searcher.submit(follower.search());
        }
        if (walk != null && (!walked || walk.isDone()) && isOver(walk)) {
            walk = null;
            walked = true;
        }
        return follower.follow(table, diff);
    }

    private boolean isOver(Future<?> search) throws InterruptedException {
        try {
            search.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            walk = null;
            throw new IllegalStateException("the search for owners failed", e.getCause());
        }
    }

    private Ownership searched(Reading reading) throws InterruptedException {
        if (running == null) {
            running = searcher.submit(
                    () -> new SearchedOwners(sources.owners().search(), SearchedOwners.inodes(reading.table())));
        }
        try {
            latest = running.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            running = null;
        } catch (TimeoutException e) {
            // Goes on; until it is done the owners of the search before stand.
        } catch (ExecutionException e) {
            running = null;
            throw new IllegalStateException("the search for owners failed", e.getCause());
        }
        return latest;
    }

    private Reading withRefusals(Reading reading) {
        if (sources.refusals().isEmpty()) {
            return reading;
        }
        List<Gap> gaps = new ArrayList<>(sources.refusals());
        gaps.addAll(reading.gaps());
        return new Reading(reading.table(), gaps, reading.source(), reading.users());
    }
}
