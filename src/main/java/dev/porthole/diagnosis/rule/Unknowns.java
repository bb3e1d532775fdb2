package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Told;
import java.util.List;

/// What could not be known, said beside a finding that would be surer with it. Empty lists where it is known.
final class Unknowns {
    private Unknowns() {}

    static List<String> sockets(Evidence evidence) {
        return evidence.seesAllSockets()
                ? List.of()
                : List.of(
                        "not known: the list of sockets could not be read whole, so a listener may be missing from it");
    }

    static List<String> addresses(Evidence evidence) {
        return of("the addresses of this machine", evidence.host().network().addresses());
    }

    static List<String> of(String what, Told<?> told) {
        return switch (told) {
            case Told.Known<?> _ -> List.of();
            case Told.Unknown<?>(String why) -> List.of("not known: " + what + " (" + why + ")");
        };
    }
}
