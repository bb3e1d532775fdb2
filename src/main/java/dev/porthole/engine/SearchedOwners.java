package dev.porthole.engine;

import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.SocketTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The result of one search. Of a socket that was opened after it began it cannot say that its owner is hidden, only
/// that it has not been looked for.
///
/// @param inodes those that existed when the search began
record SearchedOwners(Ownership found, Set<Long> inodes) implements Ownership {
    private static final Owner SEARCHING = new Owner.Hidden(Owner.Why.SEARCHING);

    static final SearchedOwners NOT_YET = new SearchedOwners(Ownership.SEARCHING, Set.of());

    static Set<Long> inodes(SocketTable table) {
        Set<Long> inodes = new HashSet<>();
        for (int row = 0; row < table.size(); row++) {
            table.inode(row).ifPresent(inodes::add);
        }
        return inodes;
    }

    @Override
    public Owner ownerOf(SocketTable table, int row) {
        Owner owner = found.ownerOf(table, row);
        boolean opened = table.inode(row).isPresent()
                && !inodes.contains(table.inode(row).getAsLong());
        return owner instanceof Owner.Hidden && opened ? SEARCHING : owner;
    }

    @Override
    public List<Gap> gaps() {
        return found.gaps();
    }
}
