package dev.porthole.sockets;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.query.SocketFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// A small machine for tests: row by row, with a process where one holds the socket.
public final class Sample {
    public static final Instant TIME = Instant.parse("2026-11-21T10:00:00.500Z");
    public static final long MAPPED = 0xffff_0000_0000L;
    public static final int LOOPBACK = 0x7f000001;

    private final SocketTable.Builder table = new SocketTable.Builder();
    private final List<Owner> owners = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<Long, Unit> units = new HashMap<>();
    private Map<Integer, String> users = Map.of();

    /// A listener on `0.0.0.0:22`, shared by two processes; a mapped connection with full queues; a TIME_WAIT; a UDP
    /// socket of which the system tells nothing; a listener of another user.
    public static Snapshot mixed() {
        return mixedRows().snapshot();
    }

    /// The same, to add more to.
    public static Sample mixedRows() {
        return new Sample()
                .users(Map.of(0, "root", 33, "www-data"))
                .row(Protocol.TCP, SocketState.LISTEN, 0, 22, 0, 0, known(process(1200, "sshd"), process(1300, "sshd")))
                .figures(3, 0, 0, 501)
                .row(
                        Protocol.TCP6,
                        SocketState.ESTABLISHED,
                        MAPPED | LOOPBACK,
                        8080,
                        MAPPED | LOOPBACK,
                        40000,
                        known(process(900, "java")))
                .figures(17, 42, 33, 502)
                .row(
                        Protocol.TCP,
                        SocketState.TIME_WAIT,
                        LOOPBACK,
                        5432,
                        LOOPBACK,
                        40001,
                        new Owner.None(Owner.Why.TIME_WAIT))
                .row(Protocol.UDP6, SocketState.NONE, 1, 53, 0, 0, known(new ProcessRef(77, null, null, null)))
                .row(Protocol.TCP, SocketState.LISTEN, LOOPBACK, 3306, 0, 0, new Owner.Hidden(Owner.Why.NO_RIGHTS))
                .figures(0, 0, 112, 503)
                .gap(new Gap(Gap.Kind.PROCESS_HIDDEN, "/proc/PID/fd", 12, ""));
    }

    public static ProcessRef process(long pid, String name) {
        return new ProcessRef(pid, pid * 10, name, "root");
    }

    public static Owner known(ProcessRef... processes) {
        return new Owner.Known(List.of(processes));
    }

    public Sample row(
            Protocol protocol, SocketState state, long local, int localPort, long remote, int remotePort, Owner owner) {
        table.add(protocol, state).local(0, local, localPort).remote(0, remote, remotePort);
        owners.add(owner);
        return this;
    }

    /// Of the last row.
    public Sample figures(long receiveQueue, long sendQueue, int uid, long inode) {
        table.receiveQueue(receiveQueue).sendQueue(sendQueue).uid(uid).inode(inode);
        return this;
    }

    /// Of the last row.
    public Sample figure(Figure figure, long value) {
        table.figure(figure, value);
        return this;
    }

    public Sample queues(long receiveQueue, long sendQueue) {
        table.receiveQueue(receiveQueue).sendQueue(sendQueue);
        return this;
    }

    public Sample gap(Gap gap) {
        gaps.add(gap);
        return this;
    }

    public Sample users(Map<Integer, String> names) {
        users = names;
        return this;
    }

    /// Names a control group.
    public Sample unit(long group, Unit unit) {
        units.put(group, unit);
        return this;
    }

    public Snapshot snapshot() {
        return snapshot(table.build(), Pace.NOT_YET);
    }

    /// As read after an earlier reading.
    public Snapshot snapshotAfter(Duration elapsed, Sample earlier) {
        SocketTable before = earlier.table.build();
        SocketTable after = table.build();
        Pace first = Pace.NOT_YET.next(
                SocketTable.empty(), before, SnapshotDiff.between(SocketTable.empty(), before), Duration.ofHours(1));
        Duration at = Duration.ofHours(1).plus(elapsed);
        return snapshot(after, first.next(before, after, SnapshotDiff.between(before, after), at));
    }

    private Snapshot snapshot(SocketTable built, Pace pace) {
        Reading reading = new Reading(built, gaps, "/proc/net", users, units);
        Ownership ownership = new Ownership() {
            @Override
            public Owner ownerOf(SocketTable of, int row) {
                return owners.get(row);
            }

            @Override
            public List<Gap> gaps() {
                return List.of();
            }
        };
        return Snapshot.of(TIME, reading, ownership, pace);
    }

    /// The same socket under another key or inode: one that came before or after it.
    public static SocketEntry with(SocketEntry socket, SocketKey key, OptionalLong inode) {
        return new SocketEntry(
                key,
                socket.state(),
                socket.receiveQueue(),
                socket.sendQueue(),
                socket.owner(),
                socket.user(),
                inode,
                socket.figures(),
                socket.exposure(),
                socket.pace(),
                socket.unit());
    }

    /// Only that row of it.
    public static Snapshot pick(Snapshot from, int row) {
        Reading reading = new Reading(
                new SocketTable.Builder().add(from.table(), row).build(), List.of(), from.source(), from.users());
        return Snapshot.of(from.time(), reading, new Ownership() {
            @Override
            public Owner ownerOf(SocketTable of, int at) {
                return from.owner(row);
            }

            @Override
            public List<Gap> gaps() {
                return List.of();
            }
        });
    }

    public static int[] all(Snapshot snapshot) {
        return SocketFilter.ALL.rows(snapshot);
    }
}
