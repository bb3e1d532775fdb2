package dev.porthole.engine;

import dev.porthole.counts.StateCounts;
import dev.porthole.counts.SystemLimits;
import dev.porthole.counts.Tally;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.source.LimitsSource;
import dev.porthole.sockets.source.Sources;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Counts again and again, without owners. For one thread.
public final class TallySource implements AutoCloseable {
    private final Sources sources;
    private final LimitsSource limits;
    private final Clock clock;

    TallySource(Sources sources, LimitsSource limits, Clock clock) {
        this.sources = sources;
        this.limits = limits;
        this.clock = clock;
    }

    /// One count.
    ///
    /// @param gaps what could not be read
    public record Reading(Tally tally, List<Gap> gaps) {}

    /// Reads and counts.
    ///
    /// @throws IOException if the source no longer works
    public Reading next() throws IOException {
        var reading = sources.sockets().read();
        SystemLimits bounds = limits.read();
        List<Gap> gaps = new ArrayList<>(sources.refusals());
        gaps.addAll(reading.gaps());
        boolean complete = gaps.stream().noneMatch(Gap::missesRows);
        var tally = new Tally(clock.instant(), StateCounts.of(reading.table()), bounds, complete);
        return new Reading(tally, List.copyOf(gaps));
    }

    @Override
    public void close() {
        sources.sockets().close();
    }
}
