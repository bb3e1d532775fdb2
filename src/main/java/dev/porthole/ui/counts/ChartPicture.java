package dev.porthole.ui.counts;

import dev.porthole.counts.CountHistory;
import dev.porthole.counts.CountRule;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.Measure;
import dev.porthole.threshold.Range;
import dev.porthole.threshold.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// All that the chart draws, made in the background.
///
/// @param scopes what the lines are about
/// @param lines as many as scopes
/// @param bands where a rule alerts, the graver over the others
/// @param now the newest reading, in seconds of the epoch
record ChartPicture(ChartRange range, List<CountScope> scopes, List<ChartLine> lines, List<Band> bands, double now) {
    ChartPicture {
        scopes = List.copyOf(scopes);
        lines = List.copyOf(lines);
        bands = List.copyOf(bands);
    }

    static final ChartPicture EMPTY = new ChartPicture(new ChartRange(0, 1, true), List.of(), List.of(), List.of(), 0);

    /// @param low negative infinity: from below
    /// @param high infinity: without an end
    record Band(Severity severity, double low, double high) {}

    /// What is wanted.
    record Wish(ChartRange range, List<CountScope> scopes, List<CountRule> rules, int width, double now) {
        Wish {
            scopes = List.copyOf(scopes);
            rules = List.copyOf(rules);
        }
    }

    static ChartPicture of(Wish wish, CountHistory history) {
        Instant from = Instant.ofEpochSecond((long) Math.floor(wish.range().from()));
        Instant to = Instant.ofEpochSecond((long) Math.ceil(wish.range().to()));
        List<ChartLine> lines = wish.scopes().stream()
                .map(scope -> ChartLine.of(history.series(scope, from, to), wish.range(), wish.width()))
                .toList();
        return new ChartPicture(wish.range(), wish.scopes(), lines, bands(wish), wish.now());
    }

    /// Of the group that was chosen last and has a rule.
    private static List<Band> bands(Wish wish) {
        for (CountScope scope : wish.scopes().reversed()) {
            List<Band> bands = new ArrayList<>();
            for (CountRule rule : wish.rules()) {
                if (rule.measure() == Measure.COUNT && judges(rule, scope)) {
                    bands.addAll(
                            bands(Severity.WARNING, rule.judged().thresholds().warning()));
                    bands.addAll(
                            bands(Severity.CRITICAL, rule.judged().thresholds().critical()));
                }
            }
            if (!bands.isEmpty()) {
                bands.sort((one, other) -> one.severity().compareTo(other.severity()));
                return bands;
            }
        }
        return List.of();
    }

    /// Whether the numbers of the line are those that the rule judges.
    private static boolean judges(CountRule rule, CountScope line) {
        List<CountScope> cells = line.cells();
        return rule.judged().perGroup()
                ? cells.size() == 1 && rule.scope().cells().containsAll(cells)
                : cells.equals(rule.scope().cells());
    }

    private static List<Band> bands(Severity severity, Range range) {
        if (range.inside()) {
            return List.of(new Band(severity, range.start(), range.end()));
        }
        List<Band> bands = new ArrayList<>();
        if (range.start() > 0) {
            bands.add(new Band(severity, Double.NEGATIVE_INFINITY, range.start()));
        }
        if (range.end() < Double.POSITIVE_INFINITY) {
            bands.add(new Band(severity, range.end(), Double.POSITIVE_INFINITY));
        }
        return bands;
    }

    /// How high the chart must reach: over all lines, and over bounds that lie near.
    double highest() {
        double highest =
                1.05 * lines.stream().mapToInt(ChartLine::highest).max().orElse(0);
        double near = Math.max(10, 4 * highest);
        for (Band band : bands) {
            for (double bound : new double[] {band.low(), band.high()}) {
                if (bound > 0 && bound <= near) {
                    highest = Math.max(highest, 1.15 * bound);
                }
            }
        }
        return Math.max(1, highest);
    }
}
