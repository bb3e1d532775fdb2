package dev.porthole.ui.sockets;

import dev.porthole.report.Words;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import java.time.Instant;
import java.util.stream.Collectors;

/// A socket in the details, as it was last seen.
///
/// @param source who told of it
/// @param refused why a better source did not, in sentences; empty if it is the best one
/// @param gone whether it has been closed since
record Inspected(SocketEntry entry, String source, String refused, Instant seen, boolean gone) {
    static Inspected of(SocketRow row) {
        Inspected there = of(row.snapshot().entry(row.row()), row.snapshot());
        return row.change() != null && row.isClosed()
                ? new Inspected(
                        there.entry, there.source, there.refused, row.change().seen(), true)
                : there;
    }

    static Inspected of(SocketEntry entry, Snapshot snapshot) {
        String refused = snapshot.gaps().stream()
                .filter(gap -> gap.kind() == Gap.Kind.SOURCE_REFUSED)
                .map(Words::gap)
                .collect(Collectors.joining(" "));
        return new Inspected(entry, snapshot.source(), refused, snapshot.time(), false);
    }

    Inspected closed() {
        return new Inspected(entry, source, refused, seen, true);
    }
}
