package dev.porthole.sockets;

import java.util.List;

/// What one search for owners found: a function from a row to its owner, and what could not be searched.
public interface Ownership {
    Owner ownerOf(SocketTable table, int row);

    List<Gap> gaps();
}
