package dev.porthole.sockets;

/// Compares two rows of one table by their numbers.
@FunctionalInterface
interface RowComparator {
    int compare(int left, int right);
}
