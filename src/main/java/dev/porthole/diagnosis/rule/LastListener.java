package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Seen;
import java.util.Optional;

/// The listener that waited on the port before and is gone.
final class LastListener {
    private LastListener() {}

    /// Empty while anybody waits there.
    static Optional<Seen.Earlier> of(Evidence evidence) {
        return evidence.listeners().isEmpty() ? evidence.seen().earlier() : Optional.empty();
    }
}
