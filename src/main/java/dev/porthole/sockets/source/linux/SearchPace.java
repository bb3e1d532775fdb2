package dev.porthole.sockets.source.linux;

import java.util.function.LongSupplier;

/// How often all processes are searched: the longer a search takes, the more seldom.
final class SearchPace {
    /// The share of the time that a search may take while somebody's owner is missing.
    private static final long SHARE = 20;
    /// The same by itself, to find those who share a socket since; no more often than each minute.
    private static final long IDLE_SHARE = 400;

    private static final long MINUTE = 60_000_000_000L;

    private final LongSupplier nanos;
    private long ended;
    private long took = -1;

    SearchPace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// @param missing whether the owner of a socket is not known and no quicker way is left
    boolean isDue(boolean missing) {
        if (!hasSearched()) {
            return true;
        }
        long rest = nanos.getAsLong() - ended;
        return missing ? rest >= SHARE * took : rest >= Math.max(MINUTE, IDLE_SHARE * took);
    }

    boolean hasSearched() {
        return took >= 0;
    }

    void searched(long from, long to) {
        ended = to;
        took = to - from;
    }
}
