package dev.porthole.counts;

import dev.porthole.threshold.Severity;
import java.time.Instant;

/// A rule that is broken now.
///
/// @param key the rule, and the group that breaks it
/// @param severity WARNING or CRITICAL
/// @param value what was measured last
/// @param acknowledged whether a person has taken note; a graver severity asks again
public record Alert(Key key, Severity severity, Instant since, double value, boolean acknowledged) {
    /// Which rule, and of which sockets.
    public record Key(CountRule rule, CountScope scope) {}

    Alert now(Severity severity, double value) {
        boolean known = acknowledged && severity.worse(this.severity) == this.severity;
        return new Alert(key, severity, since, value, known);
    }

    Alert noted() {
        return new Alert(key, severity, since, value, true);
    }
}
