package dev.porthole.counts;

import dev.porthole.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a rule would have said of the past.
///
/// @param warnings how often it would have begun to alert, and stayed a warning
/// @param criticals how often it would have begun to alert, and become critical
/// @param last how grave it would be as of the last reading
/// @param past from the first reading that is remembered of that time to the last
public record RuleRehearsal(int warnings, int criticals, Severity last, Duration past) {
    private static final RuleRehearsal NOTHING = new RuleRehearsal(0, 0, Severity.OK, Duration.ZERO);

    /// Goes through what is remembered from one time to another, both included.
    ///
    /// @return empty if the history does not hold what the rule measures
    public static Optional<RuleRehearsal> of(
            CountRule rule, CountHistory history, SystemLimits limits, Instant from, Instant to) {
        if (!isRemembered(rule.measure(), limits)) {
            return Optional.empty();
        }
        RuleRehearsal sum = NOTHING;
        for (CountScope group : rule.groups()) {
            sum = sum.plus(of(rule, history.series(group, from, to), limits));
        }
        return Optional.of(sum);
    }

    private static boolean isRemembered(Measure measure, SystemLimits limits) {
        return switch (measure) {
            case COUNT, CHANGE_PER_MINUTE -> true;
            case OPEN_FILES_SHARE -> limits.openFiles().orElse(0) > 0;
            case EPHEMERAL_SHARE, FULL_ACCEPT_QUEUES -> false;
        };
    }

    private static RuleRehearsal of(CountRule rule, Series series, SystemLimits limits) {
        RuleState state = RuleState.NEW;
        Severity worst = Severity.OK;
        Severity now = Severity.OK;
        int warnings = 0;
        int criticals = 0;
        for (int i = 0; i < series.size(); i++) {
            OptionalDouble number = OptionalDouble.of(number(rule, series.values()[i], limits.openFiles()));
            state = state.next(rule, Instant.ofEpochSecond(series.seconds()[i]), number);
            now = state.severity(rule.firmness());
            if (now == Severity.OK) {
                warnings += worst == Severity.WARNING ? 1 : 0;
                criticals += worst == Severity.CRITICAL ? 1 : 0;
                worst = Severity.OK;
            } else {
                worst = worst.worse(now);
            }
        }
        return new RuleRehearsal(
                warnings + (worst == Severity.WARNING ? 1 : 0),
                criticals + (worst == Severity.CRITICAL ? 1 : 0),
                now,
                past(series));
    }

    private static double number(CountRule rule, int count, OptionalLong openFiles) {
        return rule.measure() == Measure.OPEN_FILES_SHARE ? 100.0 * count / openFiles.orElseThrow() : count;
    }

    private static Duration past(Series series) {
        long[] seconds = series.seconds();
        return seconds.length == 0 ? Duration.ZERO : Duration.ofSeconds(seconds[seconds.length - 1] - seconds[0]);
    }

    private RuleRehearsal plus(RuleRehearsal other) {
        return new RuleRehearsal(
                warnings + other.warnings,
                criticals + other.criticals,
                last.worse(other.last),
                past.compareTo(other.past) >= 0 ? past : other.past);
    }
}
