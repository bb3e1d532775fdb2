package dev.porthole.probe;

import dev.porthole.threshold.Severity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// When a probe that went well was too slow: strictly longer than the limit, and critical wins whichever is larger.
public record SlowerThan(
        @Nullable Duration warning, @Nullable Duration critical) {
    public static final SlowerThan NEVER = new SlowerThan(null, null);

    public Severity judge(Duration elapsed) {
        if (critical != null && elapsed.compareTo(critical) > 0) {
            return Severity.CRITICAL;
        }
        return warning != null && elapsed.compareTo(warning) > 0 ? Severity.WARNING : Severity.OK;
    }
}
