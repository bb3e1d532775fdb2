package dev.porthole.ui.sockets;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A busy machine: very many sockets of 500 processes, of which at each reading 1 % have other queues, 0.5 % are in
/// another state, and 0.2 % have been closed while as many were opened.
public final class ManySockets {
    private static final SocketState[] STATES = {
        SocketState.ESTABLISHED, SocketState.TIME_WAIT, SocketState.CLOSE_WAIT, SocketState.LISTEN
    };
    private static final List<Owner> OWNERS = owners();
    private static final Owner HIDDEN = new Owner.Hidden(Owner.Why.NO_RIGHTS);

    private ManySockets() {}

    /// The machine at one reading.
    ///
    /// @param reading how many readings were taken before
    public static Snapshot snapshot(int size, int reading) {
        SocketTable.Builder table = new SocketTable.Builder();
        for (int slot = 0; slot < size; slot++) {
            add(table, slot, slot + size * births(slot, reading), reading);
        }
        Reading raw = new Reading(table.build(), List.of(), "synthetic", Map.of(0, "root", 33, "www-data"));
        return Snapshot.of(Instant.EPOCH.plusSeconds(reading), raw, ownership());
    }

    public static Ownership ownership() {
        return new Ownership() {
            @Override
            public Owner ownerOf(SocketTable of, int row) {
                int owner = (int) (of.inode(row).orElse(0) % (OWNERS.size() + 50));
                return owner < OWNERS.size() ? OWNERS.get(owner) : HIDDEN;
            }

            @Override
            public List<Gap> gaps() {
                return List.of();
            }
        };
    }

    /// Each reading another five-hundredth of the slots gets a new socket.
    private static int births(int slot, int reading) {
        return (reading + 499 - slot % 500) / 500;
    }

    private static void add(SocketTable.Builder table, int slot, int id, int reading) {
        Protocol protocol = slot % 5 == 4 ? Protocol.TCP6 : Protocol.TCP;
        int scattered = id * 0x9e3779b1;
        SocketState state = slot % 400 == reading % 400 ? SocketState.CLOSE_WAIT : STATES[(scattered >>> 8) & 3];
        table.add(protocol, state)
                .local(0, 0x0a00_0001L + (scattered & 0xff), 1024 + (scattered >>> 16) % 60_000)
                .remote(0, 0xc0a8_0000L + (id & 0xffff), 1 + id % 65_000)
                .receiveQueue(slot % 100 == reading % 100 ? reading + 1 : 0)
                .sendQueue((scattered >>> 4) & 0xfff)
                .uid(slot % 3 == 0 ? 33 : 0)
                .inode(id + 1L);
    }

    private static List<Owner> owners() {
        List<Owner> owners = new ArrayList<>();
        for (int pid = 1; pid <= 500; pid++) {
            owners.add(new Owner.Known(List.of(new ProcessRef(pid, (long) pid, "worker-" + pid % 40, "root"))));
        }
        return List.copyOf(owners);
    }
}
