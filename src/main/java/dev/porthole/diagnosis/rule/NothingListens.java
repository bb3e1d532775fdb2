package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Evidence.Failure;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Rule;
import dev.porthole.probe.HumanTime;
import java.util.List;
import java.util.Optional;

/// No socket waits on the port: proven of this machine, whose sockets are seen, and likely of another one that refused.
public final class NothingListens implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        List<Failure> refused =
                evidence.fatalFailures().stream().filter(Failure::isRefused).toList();
        List<Failure> own = refused.stream()
                .filter(failure -> evidence.host().isOwn(failure.ip()))
                .toList();
        if (!own.isEmpty()) {
            boolean unclear =
                    !evidence.waiting().isEmpty() || LastListener.of(evidence).isPresent();
            return unclear ? Optional.empty() : Optional.of(here(evidence, own));
        }
        return refused.stream().findFirst().map(failure -> elsewhere(evidence, failure));
    }

    private static Finding here(Evidence evidence, List<Failure> refused) {
        boolean whole = evidence.seesAllSockets();
        String port = evidence.portInWords();
        Finding finding = whole
                ? Finding.proven("nothing-listens", "Nothing listens on " + port + " of this machine")
                : Finding.likely("nothing-listens", "Most likely nothing listens on " + port + " of this machine");
        return finding.because(refused.getFirst().address() + " is an address of this machine, and refused the call")
                .because("no socket of this machine waits on port " + evidence.port())
                .because(Unknowns.sockets(evidence))
                .remedy(
                        "Start the service, or look in its log for why it does not listen",
                        evidence.commands().linux("systemctl --failed"))
                .remedy(
                        "Look among the listeners of this machine for the port that the service really has",
                        evidence.commands().linux(evidence.isUdp() ? "ss -ulnp" : "ss -tlnp"))
                .at(refused.stream().map(Failure::pointer).toList());
    }

    private static Finding elsewhere(Evidence evidence, Failure failure) {
        return Finding.likely(
                        "nothing-listens",
                        "Most likely nothing listens on " + evidence.portInWords() + " of " + failure.address())
                .because(failure.address() + " refused the call after " + HumanTime.of(failure.took())
                        + ": the machine is up, or a firewall answers for it")
                .because("it is another machine, so its sockets cannot be seen from here")
                .because(Unknowns.addresses(evidence))
                .remedy(
                        "Look on that machine who listens there",
                        evidence.commands().listeners(evidence.isUdp(), evidence.port()))
                .remedy(
                        "If somebody does listen there, look for a rule that rejects this machine in a firewall on the way")
                .at(failure.pointer());
    }
}
