package dev.porthole.engine;

import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.source.OwnerSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Owners as an earlier snapshot had them, for the few sockets of one port: what lives on under the same inode still
/// has the processes that it had, as far as they live. The others are still to be looked for.
final class KnownOwners implements Ownership {
    private final Map<Long, Owner> byInode = new HashMap<>();
    /// One process may hold thousands of them.
    private final Map<ProcessRef, Boolean> alive = new HashMap<>();

    private final OwnerSource source;
    private final Ownership unsearched;
    private final List<Gap> gaps;

    /// @param port whose sockets are asked for
    KnownOwners(Snapshot earlier, int port, OwnerSource source) {
        this.source = source;
        unsearched = source.unsearched();
        gaps = earlier.gaps().stream()
                .filter(gap -> gap.kind() == Gap.Kind.PROCESS_HIDDEN)
                .toList();
        SocketTable table = earlier.table();
        for (int row = 0; row < table.size(); row++) {
            if (table.localPort(row) == port || table.remotePort(row) == port) {
                Owner owner = earlier.owner(row);
                table.inode(row).ifPresent(inode -> byInode.put(inode, owner));
            }
        }
    }

    @Override
    public Owner ownerOf(SocketTable table, int row) {
        long inode = table.inode(row).orElse(0);
        Owner known = inode == 0 ? null : byInode.get(inode);
        return known == null ? unsearched.ownerOf(table, row) : alive(known, table, row);
    }

    private Owner alive(Owner owner, SocketTable table, int row) {
        if (!(owner instanceof Owner.Known known)) {
            return owner;
        }
        List<ProcessRef> left = known.processes().stream()
                .filter(process -> alive.computeIfAbsent(process, source::isAlive))
                .toList();
        if (left.size() == known.processes().size()) {
            return known;
        }
        return left.isEmpty() ? unsearched.ownerOf(table, row) : new Owner.Known(left);
    }

    @Override
    public List<Gap> gaps() {
        return gaps;
    }
}
