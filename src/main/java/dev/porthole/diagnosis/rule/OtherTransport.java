package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Evidence.Failure;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Waiting;
import java.util.Optional;

/// The port is served, in the other transport: UDP where TCP was asked for, or the reverse.
public final class OtherTransport implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        if (!evidence.listeners().isEmpty()) {
            return Optional.empty();
        }
        return evidence.fatalFailures().stream()
                .filter(Failure::isRefused)
                .filter(failure -> evidence.host().isOwn(failure.ip()))
                .findFirst()
                .flatMap(failure ->
                        evidence.waiting().stream().findFirst().map(waiting -> finding(evidence, failure, waiting)));
    }

    private static Finding finding(Evidence evidence, Failure failure, Waiting waiting) {
        String served = waiting.isTcp() ? "TCP" : "UDP";
        String asked = evidence.isUdp() ? "UDP" : "TCP";
        String title = "Port " + evidence.port() + " waits for " + served + ", not for " + asked + " ("
                + waiting.owner() + ")";
        Finding finding = evidence.seesAllSockets()
                ? Finding.proven("other-transport", title)
                : Finding.likely("other-transport", title + "; most likely that is why");
        return finding.because(failure.address() + " refused the call over " + asked)
                .because("the only socket that waits on port " + evidence.port() + " is " + waiting.inWords())
                .because(Unknowns.sockets(evidence))
                .remedy("Probe port " + evidence.port() + " over " + served)
                .remedy("If " + asked + " is to be served as well, switch it on in the service")
                .remedy("See it for yourself", evidence.commands().listeners(!waiting.isTcp(), evidence.port()))
                .at(waiting.pointer())
                .at(failure.pointer());
    }
}
