package dev.porthole.diagnosis;

import java.util.Optional;

/// One cause that can be recognised. A function: the same evidence gives the same finding.
@FunctionalInterface
public interface Rule {
    /// Empty if the evidence does not carry this cause.
    Optional<Finding> examine(Evidence evidence);
}
