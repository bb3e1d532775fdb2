package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcOwnerSourceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path proc;

    @Test
    void aSocketIsHeldByTheProcessWhoseLinkNamesIt() throws IOException {
        process(812, "nginx", 4711, "socket:[100]", "/dev/null", "pipe:[101]", "anon_inode:[eventpoll]");

        ProcessRef owner = known(owner(100)).first();

        assertEquals(812, owner.pid());
        assertEquals("nginx", owner.name());
        assertEquals(4711L, owner.startTicks());
        assertEquals(new Owner.Hidden(Owner.Why.NOT_IN_VIEW), owner(101));
    }

    @Test
    void forkedWorkersShareASocketLowestPidFirst() throws IOException {
        process(1000, "nginx", 5, "socket:[100]");
        process(99, "nginx", 4, "socket:[100]", "socket:[100]");
        process(101, "nginx", 5, "socket:[100]");

        assertEquals(
                List.of(99L, 101L, 1000L),
                known(owner(100)).processes().stream().map(ProcessRef::pid).toList());
    }

    @Test
    void aProcessThatVanishesTakesOnlyItsOwnSocketsAlong() throws IOException {
        Files.createDirectory(proc.resolve("50"));
        process(60, "sshd", 1, "socket:[100]");

        Ownership found = new ProcOwnerSource(proc).search();

        assertEquals(List.of(), found.gaps());
        assertEquals(60, known(owner(found, 100)).first().pid());
    }

    @Test
    void aProcessWithAStatThatNobodyUnderstandsIsNamedByItsPid() throws IOException {
        process(60, "sshd", 1, "socket:[100]");
        Files.writeString(proc.resolve("60/stat"), "garbage");
        process(61, "sshd", 1, "socket:[101]");
        Files.delete(proc.resolve("61/stat"));

        ProcessRef garbage = known(owner(100)).first();
        assertEquals(60, garbage.pid());
        assertEquals(null, garbage.name());
        assertEquals(null, garbage.startTicks());
        assertEquals(61, known(owner(101)).first().pid());
    }

    @Test
    void linksThatNameNoSocketAreLeftOut() throws IOException {
        process(60, "sshd", 1, "socket:[]", "socket:[x]", "socket:[100", "socket:[99999999999999999999]", "socket:[7]");
        Files.writeString(proc.resolve("60/fd/99"), "no link");

        assertEquals(60, known(owner(7)).first().pid());
        assertEquals(new Owner.Hidden(Owner.Why.NOT_IN_VIEW), owner(100));
    }

    @Test
    void onlyFoldersWithNumbersAreProcesses() throws IOException {
        process(60, "sshd", 1, "socket:[100]");
        Files.move(proc.resolve("60"), proc.resolve("self"));
        Files.createDirectory(proc.resolve("99999999999999999999"));

        assertEquals(new Owner.Hidden(Owner.Why.NOT_IN_VIEW), owner(100));
    }

    @Test
    void withoutProcNobodyIsFoundAndNothingThrown() {
        Ownership found = new ProcOwnerSource(proc.resolve("none")).search();

        assertEquals(new Owner.Hidden(Owner.Why.NOT_IN_VIEW), owner(found, 100));
    }

    @Test
    void aProcessIsAliveWhileItsPidHasTheSameStart() throws IOException {
        process(60, "sshd", 4711);
        ProcOwnerSource source = new ProcOwnerSource(proc);

        assertTrue(source.isAlive(new ProcessRef(60, 4711L, "sshd", "root")));
        assertFalse(source.isAlive(new ProcessRef(60, 4712L, "sshd", "root")), "the pid was used again");
        assertFalse(source.isAlive(new ProcessRef(60, null, null, null)));
        assertFalse(source.isAlive(new ProcessRef(61, 4711L, "sshd", "root")));
    }

    @Test
    void aProcessHoldsASocketWhileALinkToItIsOpen() throws IOException {
        process(60, "sshd", 4711, "socket:[100]", "/dev/null");
        ProcOwnerSource source = new ProcOwnerSource(proc);
        ProcessRef sshd = new ProcessRef(60, 4711L, "sshd", "root");

        assertTrue(source.holds(sshd, entry(100)));
        assertFalse(source.holds(sshd, entry(101)));
        assertFalse(source.holds(sshd, entry(0)), "rows without an inode are held by nobody");
        assertFalse(source.holds(new ProcessRef(61, 4711L, "sshd", "root"), entry(100)));
    }

    private static SocketEntry entry(long inode) {
        return new Sample()
                .row(Protocol.TCP, SocketState.LISTEN, 0, 22, 0, 0, new Owner.None(Owner.Why.ORPHANED))
                .figures(0, 0, 0, inode)
                .snapshot()
                .entry(0);
    }

    private Owner owner(long inode) {
        return owner(new ProcOwnerSource(proc).search(), inode);
    }

    private static Owner owner(Ownership found, long inode) {
        SocketTable table = new SocketTable.Builder()
                .add(Protocol.TCP, SocketState.LISTEN)
                .inode(inode)
                .build();
        return found.ownerOf(table, 0);
    }

    private static Owner.Known known(Owner owner) {
        return (Owner.Known) owner;
    }

    private void process(long pid, String name, long start, String... links) throws IOException {
        Path fd = Files.createDirectories(proc.resolve(Long.toString(pid)).resolve("fd"));
        for (int i = 0; i < links.length; i++) {
            Files.createSymbolicLink(fd.resolve(Integer.toString(i)), Path.of(links[i]));
        }
        Files.writeString(proc.resolve(pid + "/stat"), ProcessStatTest.stat(pid, name, start));
    }
}
