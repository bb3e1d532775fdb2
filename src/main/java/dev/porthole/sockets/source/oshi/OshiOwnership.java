package dev.porthole.sockets.source.oshi;

import dev.porthole.net.SocketState;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketTable;
import java.util.List;
import java.util.Map;

/// Names the process whose pid came with the socket.
final class OshiOwnership implements Ownership {
    private static final Owner TIME_WAIT = new Owner.None(Owner.Why.TIME_WAIT);
    private static final Owner HANDSHAKE = new Owner.None(Owner.Why.HANDSHAKE);
    private static final Owner NOT_IN_VIEW = new Owner.Hidden(Owner.Why.NOT_IN_VIEW);
    private static final Owner NO_RIGHTS = new Owner.Hidden(Owner.Why.NO_RIGHTS);

    private final Map<Long, Owner> byPid;
    private final boolean elevated;

    /// @param elevated whether this user may see every process
    OshiOwnership(Map<Long, Owner> byPid, boolean elevated) {
        this.byPid = Map.copyOf(byPid);
        this.elevated = elevated;
    }

    @Override
    public Owner ownerOf(SocketTable table, int row) {
        if (table.state(row) == SocketState.TIME_WAIT) {
            return TIME_WAIT;
        }
        if (table.pid(row).isEmpty()) {
            if (table.state(row) == SocketState.SYN_RECV) {
                return HANDSHAKE;
            }
            return elevated ? NOT_IN_VIEW : NO_RIGHTS;
        }
        long pid = table.pid(row).getAsLong();
        Owner owner = byPid.get(pid);
        return owner != null ? owner : new Owner.Known(List.of(new ProcessRef(pid, null, null, null)));
    }

    @Override
    public List<Gap> gaps() {
        return List.of();
    }
}
