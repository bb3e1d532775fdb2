package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Finding;

/// The program that the dialogue was held with, where it is one of this machine.
final class Counterpart {
    private Counterpart() {}

    /// The finding with its name and the way to its socket.
    static Finding named(Evidence evidence, Finding finding) {
        return evidence.connected()
                .flatMap(evidence::listenerFor)
                .map(listener -> finding.because("the listener there is " + listener.inWords())
                        .at(listener.pointer()))
                .orElse(finding);
    }
}
