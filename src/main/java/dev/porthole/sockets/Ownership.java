package dev.porthole.sockets;

import java.util.List;

/// What one search for owners found: a function from a row to its owner, and what could not be searched.
public interface Ownership {
    /// Of a search that has not begun.
    Ownership SEARCHING = new Ownership() {
        @Override
        public Owner ownerOf(SocketTable table, int row) {
            return new Owner.Hidden(Owner.Why.SEARCHING);
        }

        @Override
        public List<Gap> gaps() {
            return List.of();
        }
    };

    Owner ownerOf(SocketTable table, int row);

    List<Gap> gaps();
}
