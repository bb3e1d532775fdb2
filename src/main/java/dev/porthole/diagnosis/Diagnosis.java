package dev.porthole.diagnosis;

import dev.porthole.probe.Fault;
import java.util.Comparator;
import java.util.List;

/// Asks every rule and puts the findings in order: the surest first, and of equally sure ones the more special first,
/// which is the order of the rules.
public final class Diagnosis {
    private final List<Rule> rules;

    public Diagnosis(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// Empty on a healthy probe, and on one that was cancelled.
    public List<Finding> of(Evidence evidence) {
        if (evidence.trace().fault().filter(Fault.Cancelled.class::isInstance).isPresent()) {
            return List.of();
        }
        return rules.stream()
                .flatMap(rule -> rule.examine(evidence).stream())
                .sorted(Comparator.comparing(Finding::certainty))
                .toList();
    }
}
