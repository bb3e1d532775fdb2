package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.SocketTable;
import java.util.List;

/// Who holds the sockets of one reading, row by row.
final class TrackedOwners implements Ownership {
    private final Owner[] owners;
    private final List<Gap> gaps;

    /// @param owners its own: nobody else writes there
    TrackedOwners(Owner[] owners, List<Gap> gaps) {
        this.owners = owners;
        this.gaps = gaps;
    }

    @Override
    public Owner ownerOf(SocketTable of, int row) {
        return owners[row];
    }

    @Override
    public List<Gap> gaps() {
        return gaps;
    }
}
