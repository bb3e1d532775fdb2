package dev.porthole.sockets;

import java.util.Arrays;
import java.util.BitSet;

/// Finds each row of a table in the table before it. The system lists its sockets in an order that hardly changes, so
/// that nearly every row stands right behind the one that was found last; only the others are looked up by a hash.
final class RowMatch {
    private static final int NEAR = 8;
    /// So many rows found nowhere near mean that a stretch is gone: it is stepped over.
    private static final int LOST = 32;

    private static final int FAR = 4096;

    private final SocketTable before;
    private final SocketTable after;
    private final int[] previous;
    private final BitSet found;
    private int appeared;

    private RowMatch(SocketTable before, SocketTable after) {
        this.before = before;
        this.after = after;
        previous = new int[after.size()];
        found = new BitSet(before.size());
    }

    static RowMatch of(SocketTable before, SocketTable after) {
        RowMatch match = new RowMatch(before, after);
        match.inOrder();
        if (match.appeared > 0 && match.found.cardinality() < before.size()) {
            match.byHash();
        }
        return match;
    }

    /// For each row of the second table its row in the first one, or -1.
    int[] previous() {
        return previous;
    }

    int appeared() {
        return appeared;
    }

    /// Rows of the first table that were not found.
    int[] gone() {
        int[] gone = new int[before.size() - found.cardinality()];
        int row = -1;
        for (int i = 0; i < gone.length; i++) {
            row = found.nextClearBit(row + 1);
            gone[i] = row;
        }
        return gone;
    }

    private void inOrder() {
        int expected = 0;
        int missed = 0;
        for (int row = 0; row < previous.length; row++) {
            int at = search(row, expected, missed == LOST ? FAR : NEAR);
            previous[row] = at;
            if (at >= 0) {
                found.set(at);
                expected = at + 1;
                missed = 0;
            } else {
                appeared++;
                missed = missed == LOST ? 0 : missed + 1;
            }
        }
    }

    private int search(int row, int from, int reach) {
        int end = Math.min(from + reach, before.size());
        for (int at = from; at < end; at++) {
            if (after.sameKey(row, before, at)) {
                return at;
            }
        }
        return -1;
    }

    /// Looks up what is left over on both sides: few rows.
    private void byHash() {
        int left = before.size() - found.cardinality();
        int[] slots = new int[Integer.highestOneBit(left) * 4];
        Arrays.fill(slots, -1);
        for (int row = found.nextClearBit(0); row < before.size(); row = found.nextClearBit(row + 1)) {
            int slot = slot(before.keyHash(row), slots.length);
            while (slots[slot] >= 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = row;
        }
        for (int row = 0; row < previous.length; row++) {
            if (previous[row] < 0) {
                previous[row] = take(row, slots);
                appeared -= previous[row] < 0 ? 0 : 1;
            }
        }
    }

    private int take(int row, int[] slots) {
        int slot = slot(after.keyHash(row), slots.length);
        while (slots[slot] >= 0) {
            int candidate = slots[slot];
            if (!found.get(candidate) && after.sameKey(row, before, candidate)) {
                found.set(candidate);
                return candidate;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    private static int slot(long hash, int slots) {
        return (int) (hash >>> 32) & (slots - 1);
    }
}
