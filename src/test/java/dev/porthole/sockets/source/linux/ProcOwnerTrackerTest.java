package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SnapshotDiff;
import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder like `/proc` in which processes open and close files.
class ProcOwnerTrackerTest {
    private static final Owner SEARCHING = new Owner.Hidden(Owner.Why.SEARCHING);
    private static final Owner NOT_IN_VIEW = new Owner.Hidden(Owner.Why.NOT_IN_VIEW);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path proc;

    private int ended;
    private long now = 1;
    private ProcOwnerTracker tracker = new ProcOwnerTracker(new ProcFiles(Path.of("none")), () -> now);
    private SocketTable last = SocketTable.empty();

    @BeforeEach
    void twoServers() throws IOException {
        process(10, "one", 1);
        open(10, 3, "socket:[100]");
        process(20, "two", 2);
        open(20, 3, "socket:[200]");
        tracker = new ProcOwnerTracker(new CountedFiles(proc), () -> now);
    }

    @Test
    void beforeTheFirstSearchOwnersAreSearchedFor() {
        assertTrue(tracker.wantsSearch());
        assertEquals(List.of(SEARCHING, SEARCHING), follow(100, 200));
    }

    @Test
    void aSearchFindsTheOwnersAndTellsWhoIsInNobodysView() {
        tracker.search().run();

        assertEquals(List.of(one(), two(), NOT_IN_VIEW), follow(100, 200, 300));
        assertFalse(tracker.wantsSearch());
    }

    @Test
    void whatIsKnownStaysKnownWithoutASearch() {
        searched(100, 200);

        assertEquals(List.of(two(), one()), follow(200, 100));
        assertFalse(tracker.wantsSearch());
    }

    @Test
    void theNextSocketTakesTheNumberThatWasFreed() throws IOException {
        searched(100, 200);
        close(10, 3);
        open(10, 3, "socket:[101]");

        assertEquals(List.of(two(), one()), follow(200, 101));
    }

    @Test
    void aNewSocketAboveTheHighestNumberIsFound() throws IOException {
        searched(100, 200);
        close(20, 3);
        open(20, 3, "/dev/null");
        open(20, 4, "socket:[201]");
        open(20, 5, "socket:[202]");

        assertEquals(List.of(one(), two(), two()), follow(100, 201, 202));
    }

    @Test
    void aNewProcessIsFound() throws IOException {
        searched(100, 200);
        process(30, "three", 3);
        open(30, 7, "socket:[300]");

        assertEquals(List.of(one(), two(), owner(30, "three", 3)), follow(100, 200, 300));
    }

    /// Its number was given to somebody else, who opened a socket under the same file number.
    @Test
    void aPidThatIsUsedAgainIsAnotherProcess() throws IOException {
        searched(100, 200);
        end(10);
        process(10, "other", 9);
        open(10, 3, "socket:[101]");

        assertEquals(List.of(two(), owner(10, "other", 9)), follow(200, 101));
    }

    @Test
    void aSocketThatOutlivesItsProcessLosesItsOwnerAtOnceAndFindsTheHeir() throws IOException {
        searched(100, 200);
        end(10);
        assertEquals(List.of(SEARCHING, two()), follow(100, 200));

        process(40, "heir", 4);
        open(40, 5, "socket:[100]");
        assertEquals(List.of(owner(40, "heir", 4), two()), follow(100, 200));
    }

    @Test
    void aProcessMadeAnewUnderThePidDoesNotInheritTheSockets() throws IOException {
        searched(100, 200);
        end(10);
        process(10, "other", 9);

        assertEquals(List.of(SEARCHING, two()), follow(100, 200));
    }

    @Test
    void aSocketHandedOnIsFoundWithItsNewProcess() throws IOException {
        searched(100, 200);
        open(10, 4, "socket:[101]");
        assertEquals(List.of(one(), one(), two()), follow(100, 101, 200));

        close(10, 4);
        open(20, 4, "socket:[101]");
        assertEquals(List.of(one(), two(), two()), follow(100, 101, 200));
    }

    @Test
    void workersThatShareAListenerAreAllNamedAndTheDeadOnesNot() throws IOException {
        open(20, 4, "socket:[100]");
        searched(100, 200);
        assertEquals(List.of(both(), two()), follow(100, 200));

        end(10);
        assertEquals(List.of(two(), two()), follow(100, 200));
    }

    @Test
    void aConnectionHasAnOwnerOnceItIsAccepted() throws IOException {
        searched(100, 200);
        assertEquals(List.of(new Owner.None(Owner.Why.NOT_ACCEPTED)), followTable(connection(0)));
        open(10, 4, "socket:[101]");

        assertEquals(List.of(one()), followTable(connection(101)));
        assertEquals(
                List.of(new Owner.None(Owner.Why.NOT_ACCEPTED)), followTable(connection(0)), "the process closed it");
    }

    @Test
    void whatNobodySeesIsSearchedOnceAndThenToldSo() {
        searched(100, 200);
        assertEquals(List.of(one(), two(), SEARCHING), follow(100, 200, 300));
        now += 1_000_000_000L;
        assertFalse(tracker.wantsSearch(), "the next reading may find it");
        assertEquals(List.of(one(), two(), SEARCHING), follow(100, 200, 300));
        assertTrue(tracker.wantsSearch());
        tracker.search().run();

        assertEquals(List.of(one(), two(), NOT_IN_VIEW), follow(100, 200, 300));
        assertFalse(tracker.wantsSearch());
    }

    @Test
    void aSocketOpenedDuringASearchIsNotSaidToHaveNoOwner() {
        searched(100, 200);
        Runnable search = tracker.search();
        follow(100, 200);
        search.run();

        assertEquals(List.of(one(), two(), SEARCHING), follow(100, 200, 300));
    }

    @Test
    void aSearchThatIsOlderThanWhatWasFoundSinceTakesNothingAway() throws IOException {
        searched(100, 200);
        Runnable search = tracker.search();
        follow(100, 200);
        search.run();
        open(10, 9, "socket:[101]");
        follow(100, 200);

        assertEquals(List.of(one(), two(), one()), follow(100, 200, 101));
        assertEquals(List.of(one(), two(), one()), follow(100, 200, 101));
    }

    @Test
    void everyMinuteASearchFindsThoseWhoShareASocketSince() throws IOException {
        searched(100, 200);
        open(20, 4, "socket:[100]");
        assertEquals(List.of(one(), two()), follow(100, 200));
        now += 61_000_000_000L;
        assertTrue(tracker.wantsSearch());
        tracker.search().run();

        assertEquals(List.of(both(), two()), follow(100, 200));
    }

    private void searched(long... inodes) {
        tracker.search().run();
        follow(inodes);
    }

    private List<Owner> follow(long... inodes) {
        SocketTable.Builder table = new SocketTable.Builder();
        for (long inode : inodes) {
            table.add(Protocol.TCP, SocketState.LISTEN).inode(inode);
        }
        return followTable(table.build());
    }

    private static SocketTable connection(long inode) {
        return new SocketTable.Builder()
                .add(Protocol.TCP, SocketState.ESTABLISHED)
                .inode(inode)
                .identity(4711)
                .build();
    }

    private List<Owner> followTable(SocketTable table) {
        Ownership found = tracker.follow(table, SnapshotDiff.between(last, table));
        last = table;
        return IntStream.range(0, table.size())
                .mapToObj(row -> found.ownerOf(table, row))
                .toList();
    }

    private static Owner owner(long pid, String name, long start) {
        return new Owner.Known(List.of(new ProcessRef(pid, start, name, System.getProperty("user.name"))));
    }

    private static Owner one() {
        return owner(10, "one", 1);
    }

    private static Owner two() {
        return owner(20, "two", 2);
    }

    private static Owner both() {
        return new Owner.Known(List.of(((Owner.Known) one()).first(), ((Owner.Known) two()).first()));
    }

    private void process(long pid, String name, long start) throws IOException {
        Files.createDirectories(proc.resolve(pid + "/fd"));
        Files.writeString(proc.resolve(pid + "/stat"), ProcessStatTest.stat(pid, name, start));
    }

    private void open(long pid, int file, String target) throws IOException {
        Files.createSymbolicLink(proc.resolve(pid + "/fd/" + file), Path.of(target));
    }

    private void close(long pid, int file) throws IOException {
        Files.delete(proc.resolve(pid + "/fd/" + file));
    }

    /// Moved away: a disk would give the number of a deleted folder to the next one.
    private void end(long pid) throws IOException {
        ended++;
        Files.move(proc.resolve(Long.toString(pid)), proc.resolve("ended" + ended));
    }

    /// The size of a process's folder is the number of its files, as in `/proc`.
    private static final class CountedFiles extends ProcFiles {
        private final Path proc;

        CountedFiles(Path proc) {
            super(proc);
            this.proc = proc;
        }

        @Override
        @Nullable
        Folder folder(long pid) {
            Folder folder = super.folder(pid);
            try (Stream<Path> files = Files.list(proc.resolve(pid + "/fd"))) {
                return folder == null ? null : new Folder(folder.key(), files.count() + 1);
            } catch (IOException e) {
                return null;
            }
        }
    }
}
