package dev.porthole.sockets.source.linux;

import dev.porthole.net.SocketState;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which processes hold which inode, and for the rest why nobody is named.
final class ProcOwnership implements Ownership {
    private static final Owner TIME_WAIT = new Owner.None(Owner.Why.TIME_WAIT);
    private static final Owner HANDSHAKE = new Owner.None(Owner.Why.HANDSHAKE);
    private static final Owner NOT_ACCEPTED = new Owner.None(Owner.Why.NOT_ACCEPTED);
    private static final Owner ORPHANED = new Owner.None(Owner.Why.ORPHANED);
    private static final Owner NO_RIGHTS = new Owner.Hidden(Owner.Why.NO_RIGHTS);
    private static final Owner NOT_IN_VIEW = new Owner.Hidden(Owner.Why.NOT_IN_VIEW);

    /// Before any search: of a socket without an inode it is known all the same why nobody holds it.
    static final Ownership UNSEARCHED = new Ownership() {
        @Override
        public Owner ownerOf(SocketTable table, int row) {
            return table.inode(row).orElse(0) == 0 ? nobody(table.state(row)) : Ownership.SEARCHING.ownerOf(table, row);
        }

        @Override
        public List<Gap> gaps() {
            return List.of();
        }
    };

    private final Map<Long, Owner> byInode = new HashMap<>();
    private final List<Gap> gaps;

    ProcOwnership(Map<Long, List<ProcessRef>> holders, List<Gap> gaps) {
        holders.forEach((inode, processes) -> byInode.put(inode, new Owner.Known(processes)));
        this.gaps = gaps;
    }

    @Override
    public List<Gap> gaps() {
        return gaps;
    }

    @Override
    public Owner ownerOf(SocketTable table, int row) {
        long inode = table.inode(row).orElse(0);
        if (inode == 0) {
            return nobody(table.state(row));
        }
        Owner owner = byInode.get(inode);
        if (owner != null) {
            return owner;
        }
        return gaps.isEmpty() ? NOT_IN_VIEW : NO_RIGHTS;
    }

    /// Why nobody holds a socket without an inode.
    static Owner nobody(SocketState state) {
        return switch (state) {
            case TIME_WAIT -> TIME_WAIT;
            case SYN_RECV -> HANDSHAKE;
            case ESTABLISHED, CLOSE_WAIT -> NOT_ACCEPTED;
            default -> ORPHANED;
        };
    }
}
