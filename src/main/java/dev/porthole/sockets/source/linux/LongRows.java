package dev.porthole.sockets.source.linux;

import java.util.Arrays;

/// Rows by the inodes of their sockets, without an object for each.
final class LongRows {
    private static final int LARGE = 8192;

    private long[] keys = new long[64];
    private int[] rows = new int[64];
    private int size;

    void clear() {
        if (keys.length > LARGE) {
            keys = new long[64];
            rows = new int[64];
        }
        Arrays.fill(keys, 0);
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /// Keeps a row.
    ///
    /// @param inode not 0
    void put(long inode, int row) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int slot = slot(inode);
        size += keys[slot] == 0 ? 1 : 0;
        keys[slot] = inode;
        rows[slot] = row;
    }

    /// The row, or -1. It is handed out once.
    int take(long inode) {
        int slot = slot(inode);
        if (keys[slot] == 0 || rows[slot] < 0) {
            return -1;
        }
        int row = rows[slot];
        rows[slot] = -1;
        size--;
        return row;
    }

    private int slot(long inode) {
        int slot = (int) ((inode * 0x9e3779b97f4a7c15L) >>> 40) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != inode) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldRows = rows;
        keys = new long[oldKeys.length * 2];
        rows = new int[oldRows.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                rows[slot] = oldRows[i];
            }
        }
    }
}
