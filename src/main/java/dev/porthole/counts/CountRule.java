package dev.porthole.counts;

import dev.porthole.threshold.Severity;
import dev.porthole.threshold.Thresholds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// When the numbers are a reason to alert.
///
/// @param name what it is called; no two rules of a list have the same
/// @param scope which sockets it is about
/// @param judged whether each group by itself, and by which limits
public record CountRule(String name, CountScope scope, Measure measure, Judged judged, Firmness firmness) {
    public CountRule {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Give the rule a name.");
        }
    }

    /// How the values are judged.
    ///
    /// @param perGroup each type and state of the scope by itself, not their sum; a group without sockets alerts
    ///     only through `whenNone`
    /// @param whenNone how grave it is when there is no such socket at all; OK leaves it to the thresholds
    public record Judged(Thresholds thresholds, boolean perGroup, Severity whenNone) {
        public static Judged sum(Thresholds thresholds) {
            return new Judged(thresholds, false, Severity.OK);
        }
    }

    /// The same rule over other sockets.
    public CountRule about(CountScope other) {
        return new CountRule(name, other, measure, judged, firmness);
    }

    /// What the tally comes to for each group that this rule judges, in the order of types and states; empty where the
    /// system does not tell.
    Map<CountScope, OptionalDouble> values(Tally tally) {
        Map<CountScope, OptionalDouble> values = new LinkedHashMap<>();
        groups().forEach(group -> values.put(group, measure.of(tally, group)));
        return values;
    }

    /// What it judges by itself, in the order of types and states.
    List<CountScope> groups() {
        return judged.perGroup() && measure.hasScope() ? scope.cells() : List.of(scope);
    }
}
