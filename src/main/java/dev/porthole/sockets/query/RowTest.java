package dev.porthole.sockets.query;

/// Whether a row of one snapshot is wanted.
@FunctionalInterface
public interface RowTest {
    boolean test(int row);
}
