package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Evidence.Failure;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Pointer;
import dev.porthole.diagnosis.Remedy;
import dev.porthole.diagnosis.Rule;
import dev.porthole.net.HostPort;
import java.util.List;
import java.util.Optional;

/// No socket of this machine waits on the port, for neither family and neither transport.
public final class NothingListens implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        List<Failure> refused = evidence.failures().stream()
                .filter(Failure::isRefused)
                .filter(failure -> evidence.host().isOwn(failure.ip()))
                .toList();
        if (refused.isEmpty() || evidence.trace().connection().isPresent()) {
            return Optional.empty();
        }
        return evidence.target()
                .filter(target -> evidence.waitingOn(target.port()).isEmpty())
                .map(target -> finding(evidence, refused, target));
    }

    private static Finding finding(Evidence evidence, List<Failure> refused, HostPort target) {
        boolean whole = evidence.seesAllSockets();
        String transport = evidence.isUdp() ? "UDP" : "TCP";
        return new Finding(
                "nothing-listens",
                whole ? Certainty.PROVEN : Certainty.LIKELY,
                whole
                        ? "Nothing listens on " + transport + " port " + target.port() + " of this machine"
                        : "Most likely nothing listens on " + transport + " port " + target.port()
                                + " of this machine; its list of sockets could not be read whole",
                List.of(
                        refused.getFirst().address() + " is an address of this machine, and refused at once",
                        "none of its " + evidence.after().size() + " sockets waits on port " + target.port()),
                List.of(
                        Remedy.of("Start the service, or look in its log for why it does not listen"),
                        Remedy.of("Look for its real port among the listeners of this machine")),
                refused.stream()
                        .<Pointer>map(failure -> new Pointer.ToAddress(failure.address()))
                        .toList());
    }
}
