package dev.porthole.engine;

import java.time.Duration;

/// What one snapshot took.
///
/// @param reading the sockets with their figures
/// @param owners who holds them, without searches in other threads
/// @param diff comparing with the snapshot before
/// @param appeared rows that the snapshot before did not have
/// @param gone rows that only the snapshot before had
public record SnapshotCost(Duration reading, Duration owners, Duration diff, int appeared, int gone) {
    static final SnapshotCost NONE = new SnapshotCost(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0);
}
