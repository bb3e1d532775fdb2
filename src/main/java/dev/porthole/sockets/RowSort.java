package dev.porthole.sockets;

import java.util.Arrays;

/// A stable merge sort over row numbers: `Arrays.sort` takes a comparator for boxed numbers only, 2 MB of them for
/// 100,000 rows each second.
final class RowSort {
    private static final int INSERTION = 8;

    private RowSort() {}

    static void sort(int[] rows, RowComparator order) {
        sort(rows, Arrays.copyOf(rows, rows.length), 0, rows.length, order);
    }

    /// Sorts `from` to `to` of `rows`; `spare` holds the same numbers there.
    private static void sort(int[] rows, int[] spare, int from, int to, RowComparator order) {
        if (to - from <= INSERTION) {
            insert(rows, from, to, order);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(spare, rows, from, middle, order);
        sort(spare, rows, middle, to, order);
        if (order.compare(spare[middle - 1], spare[middle]) <= 0) {
            System.arraycopy(spare, from, rows, from, to - from);
            return;
        }
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right >= to || (left < middle && order.compare(spare[left], spare[right]) <= 0);
            rows[i] = takeLeft ? spare[left++] : spare[right++];
        }
    }

    private static void insert(int[] rows, int from, int to, RowComparator order) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int at = i;
            while (at > from && order.compare(rows[at - 1], row) > 0) {
                rows[at] = rows[at - 1];
                at--;
            }
            rows[at] = row;
        }
    }
}
