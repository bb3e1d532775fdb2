package dev.porthole.cli;

import dev.porthole.interchange.datadog.CheckResult;
import dev.porthole.threshold.Severity;
import java.util.EnumMap;
import java.util.Map;

/// Counts results and gives the exit code of the worst.
final class Tally {
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

    void add(CheckResult result) {
        if (!(result instanceof CheckResult.Resolved)) {
            counts.merge(result.severity(), 1, Integer::sum);
        }
    }

    int exitCode() {
        return counts.keySet().stream().mapToInt(Severity::exitCode).max().orElse(Severity.OK.exitCode());
    }

    private int count(Severity severity) {
        return counts.getOrDefault(severity, 0);
    }

    @Override
    public String toString() {
        return "Ended: " + count(Severity.OK) + " OK, " + count(Severity.CRITICAL) + " CRITICAL, "
                + count(Severity.UNKNOWN) + " UNKNOWN.";
    }
}
