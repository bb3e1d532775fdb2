package dev.porthole.sockets.query;

import dev.porthole.sockets.Snapshot;

/// One word of a query, read.
@FunctionalInterface
interface Condition {
    /// Made ready for the rows of a snapshot.
    ///
    /// @param text the rows' text, which all words of a query share
    RowTest on(Snapshot snapshot, RowText text);

    default Condition negated() {
        return (snapshot, text) -> {
            RowTest test = on(snapshot, text);
            return row -> !test.test(row);
        };
    }
}
