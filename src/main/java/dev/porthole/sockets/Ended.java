package dev.porthole.sockets;

import dev.porthole.net.SocketState;
import java.util.Arrays;

/// Sockets that ended between two readings.
///
/// @param sockets all of them, each with its last figures; its key's identity is that of the readings
/// @param unseen how many of them no reading has shown open: they were opened and closed in between
/// @param lost whether there were more than the system could tell of
public record Ended(SocketTable sockets, int unseen, boolean lost) {
    /// Sorts out which of those that ended were in no reading.
    public static Ended between(SocketTable before, SocketTable after, SocketTable ended, boolean lost) {
        long[] ids = new long[ended.size()];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = ended.identity(row);
        }
        Arrays.sort(ids);
        boolean[] seen = new boolean[ids.length];
        mark(before, ids, seen);
        mark(after, ids, seen);
        int unseen = 0;
        for (int i = 0; i < ids.length; i++) {
            unseen += seen[i] || (i > 0 && ids[i] == ids[i - 1]) ? 0 : 1;
        }
        return new Ended(ended, unseen, lost);
    }

    private static void mark(SocketTable table, long[] ids, boolean[] seen) {
        if (ids.length == 0) {
            return;
        }
        for (int row = 0; row < table.size(); row++) {
            // What is left of a closed connection was not seen open.
            int at = table.state(row) == SocketState.TIME_WAIT ? -1 : Arrays.binarySearch(ids, table.identity(row));
            if (at >= 0) {
                seen[at] = true;
            }
        }
    }
}
