package dev.porthole.bench;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Readings of a made-up machine: from each to the next 1 % of the sockets have other queues, and 1 % were closed while
/// as many were opened.
final class BusyMachine {
    private static final SocketState[] STATES = {
        SocketState.ESTABLISHED, SocketState.TIME_WAIT, SocketState.CLOSE_WAIT, SocketState.LISTEN
    };
    private static final List<Owner> OWNERS = IntStream.rangeClosed(1, 500)
            .<Owner>mapToObj(
                    pid -> new Owner.Known(List.of(new ProcessRef(pid, (long) pid, "worker-" + pid % 40, "root"))))
            .toList();

    private static final Ownership OWNERSHIP = new Ownership() {
        @Override
        public Owner ownerOf(SocketTable table, int row) {
            return OWNERS.get((int) (table.inode(row).orElse(0) % OWNERS.size()));
        }

        @Override
        public List<Gap> gaps() {
            return List.of();
        }
    };

    private BusyMachine() {}

    /// @param reading how many were taken before
    static SocketTable table(int size, int reading) {
        SocketTable.Builder table = new SocketTable.Builder();
        for (int slot = 0; slot < size; slot++) {
            int id = slot + size * ((reading + 99 - slot % 100) / 100);
            int scattered = id * 0x9e3779b1;
            table.add(slot % 5 == 4 ? Protocol.TCP6 : Protocol.TCP, STATES[(scattered >>> 8) & 3])
                    .local(0, 0x0a00_0001L + (scattered & 0xff), 1024 + (scattered >>> 16) % 60_000)
                    .remote(0, 0xc0a8_0000L + (id & 0xffff), 1 + id % 65_000)
                    .receiveQueue(slot % 100 == reading % 100 ? reading + 1 : 0)
                    .sendQueue((scattered >>> 4) & 0xfff)
                    .uid(slot % 3 == 0 ? 33 : 0)
                    .inode(id + 1L)
                    .identity(id + 1L);
        }
        return table.build();
    }

    static Snapshot snapshot(int size) {
        Reading reading = new Reading(table(size, 0), List.of(), "made up", Map.of(0, "root", 33, "www-data"));
        return Snapshot.of(Instant.EPOCH, reading, OWNERSHIP);
    }
}
