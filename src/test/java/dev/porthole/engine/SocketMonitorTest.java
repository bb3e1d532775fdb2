package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SnapshotDiff;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.source.OwnerSource;
import dev.porthole.sockets.source.OwnerTracker;
import dev.porthole.sockets.source.SocketSource;
import dev.porthole.sockets.source.Sources;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A machine whose sockets are a list of inodes, each held by the process of the same number; the search for owners
/// goes as far as the test lets it.
@Timeout(20)
class SocketMonitorTest {
    private static final Owner SEARCHING = new Owner.Hidden(Owner.Why.SEARCHING);
    private static final Owner NO_RIGHTS = new Owner.Hidden(Owner.Why.NO_RIGHTS);
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final List<Long> inodes = new ArrayList<>(List.of(1L, 2L));
    private final Semaphore mayFinish = new Semaphore(0);
    private final Semaphore searching = new Semaphore(0);

    @Test
    void withPatienceASnapshotHasItsOwners() throws Exception {
        mayFinish.release();
        try (SocketMonitor monitor = monitor(PATIENT)) {
            Snapshot snapshot = monitor.snapshot();

            assertEquals(NOW, snapshot.time());
            assertEquals(List.of(held(1), NO_RIGHTS), owners(snapshot));
        }
    }

    @Test
    void aSlowSearchDelaysTheOwnersAndNotTheTable() throws Exception {
        try (SocketMonitor monitor = monitor(AT_ONCE)) {
            assertEquals(List.of(SEARCHING, SEARCHING), owners(monitor.snapshot()));
            searching.acquire();
            assertEquals(List.of(SEARCHING, SEARCHING), owners(monitor.snapshot()));
            mayFinish.release();
            assertEquals(List.of(held(1), NO_RIGHTS), owners(next(monitor, held(1))));
        }
    }

    @Test
    void onlySocketsOpenedDuringASearchAreStillSearchedFor() throws Exception {
        try (SocketMonitor monitor = monitor(AT_ONCE)) {
            monitor.snapshot();
            searching.acquire();
            inodes.add(3L);
            inodes.add(4L);
            mayFinish.release();

            Snapshot after = next(monitor, held(1));
            assertEquals(List.of(held(1), NO_RIGHTS, held(3), SEARCHING), owners(after));
        }
    }

    @Test
    void ownersOfTheLastSearchStandWhileTheNextOneRuns() throws Exception {
        mayFinish.release();
        try (SocketMonitor monitor = monitor(AT_ONCE)) {
            Snapshot first = next(monitor, held(1));
            assertEquals(List.of(held(1), NO_RIGHTS), owners(first));
            inodes.add(6L);

            assertEquals(List.of(held(1), NO_RIGHTS, SEARCHING), owners(monitor.snapshot()));
        }
    }

    @Test
    void whatATrackerMissedASearchOfAllProcessesFinds() throws Exception {
        mayFinish.release();
        OwnerSource tracked = new Owners() {
            @Override
            public Optional<OwnerTracker> tracker() {
                return Optional.of(new Blind());
            }
        };
        try (SocketMonitor monitor = new SocketMonitor(
                new Sources(new Table(), tracked, List.of()), Clock.fixed(NOW, ZoneOffset.UTC), PATIENT)) {
            Snapshot snapshot = monitor.snapshot();
            assertEquals(List.of(SEARCHING, SEARCHING), owners(snapshot));
            assertEquals(List.of(held(1), NO_RIGHTS), owners(monitor.settled(snapshot)));
        }
    }

    /// Finds nobody, and does not look far.
    private static final class Blind implements OwnerTracker {
        @Override
        public boolean wantsSearch() {
            return false;
        }

        @Override
        public Runnable search() {
            return () -> {};
        }

        @Override
        public Ownership follow(SocketTable table, SnapshotDiff diff) {
            return Ownership.SEARCHING;
        }
    }

    @Test
    void aSearchThatFailsIsToldAndTriedAgain() throws Exception {
        OwnerSource failing = new Owners() {
            @Override
            public Ownership search() {
                if (searching.drainPermits() == 0) {
                    searching.release(2);
                    throw new IllegalStateException("out of order");
                }
                mayFinish.release();
                return super.search();
            }
        };
        try (SocketMonitor monitor = new SocketMonitor(
                new Sources(new Table(), failing, List.of()), Clock.fixed(NOW, ZoneOffset.UTC), PATIENT)) {
            assertThrows(IllegalStateException.class, monitor::snapshot);
            assertEquals(List.of(held(1), NO_RIGHTS), owners(monitor.snapshot()));
        }
    }

    @Test
    void whyABetterSourceWasRefusedTravelsWithEverySnapshot() throws Exception {
        mayFinish.release(2);
        Gap refusal = new Gap(Gap.Kind.SOURCE_REFUSED, "/proc/net", 1, "there is none");
        try (SocketMonitor monitor = new SocketMonitor(
                new Sources(new Table(), new Owners(), List.of(refusal)), Clock.fixed(NOW, ZoneOffset.UTC), PATIENT)) {
            assertTrue(monitor.snapshot().gaps().contains(refusal));
            assertTrue(monitor.snapshot().gaps().contains(refusal));
        }
    }

    @Test
    void factsAreOfALivingProcessOnly() {
        try (SocketMonitor monitor = monitor(AT_ONCE)) {
            long self = ProcessHandle.current().pid();

            assertTrue(monitor.facts(new ProcessRef(self, 1L, "java", null)).isPresent());
            assertTrue(monitor.facts(new ProcessRef(self, 2L, "java", null)).isEmpty());
        }
    }

    /// Snapshots until the search is done: what it finds is there once its thread has come to an end.
    private static Snapshot next(SocketMonitor monitor, Owner ofTheFirst) throws IOException, InterruptedException {
        Snapshot snapshot = monitor.snapshot();
        while (!snapshot.owner(0).equals(ofTheFirst)) {
            Thread.onSpinWait();
            snapshot = monitor.snapshot();
        }
        return snapshot;
    }

    private SocketMonitor monitor(Duration patience) {
        return new SocketMonitor(
                new Sources(new Table(), new Owners(), List.of()), Clock.fixed(NOW, ZoneOffset.UTC), patience);
    }

    private static Owner held(long pid) {
        return new Owner.Known(List.of(new ProcessRef(pid, 1L, "test", "root")));
    }

    private static List<Owner> owners(Snapshot snapshot) {
        List<Owner> owners = new ArrayList<>();
        for (int row = 0; row < snapshot.size(); row++) {
            owners.add(snapshot.owner(row));
        }
        return owners;
    }

    private final class Table implements SocketSource {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public Reading read() {
            SocketTable.Builder table = new SocketTable.Builder();
            for (long inode : inodes) {
                table.add(Protocol.TCP, SocketState.LISTEN).inode(inode);
            }
            return new Reading(table.build(), List.of(), name(), Map.of());
        }
    }

    /// Finds those with odd numbers.
    private class Owners implements OwnerSource {
        @Override
        public Ownership search() {
            searching.release();
            try {
                mayFinish.acquire();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Ownership() {
                @Override
                public Owner ownerOf(SocketTable table, int row) {
                    long inode = table.inode(row).orElseThrow();
                    return inode % 2 == 1 ? held(inode) : NO_RIGHTS;
                }

                @Override
                public List<Gap> gaps() {
                    return List.of();
                }
            };
        }

        @Override
        public boolean isAlive(ProcessRef process) {
            return process.startTicks() != null && process.startTicks() == 1;
        }

        @Override
        public boolean holds(ProcessRef process, SocketEntry socket) {
            return process.pid() == socket.inode().orElse(0);
        }
    }
}
