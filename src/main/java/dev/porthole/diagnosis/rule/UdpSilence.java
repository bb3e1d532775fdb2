package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Evidence.Failure;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Waiting;
import dev.porthole.probe.Fault;
import dev.porthole.probe.HumanTime;
import java.util.Optional;

/// No answer over UDP. Of this machine it can be told whether anybody was there to hear the question.
public final class UdpSilence implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        return evidence.failures().stream()
                .filter(failure -> failure.fault() instanceof Fault.UdpNoAnswer)
                .findFirst()
                .map(failure -> finding(evidence, failure)
                        .because("nothing came back in " + HumanTime.of(failure.took()))
                        .at(failure.pointer()));
    }

    private static Finding finding(Evidence evidence, Failure failure) {
        Optional<Waiting> listener = evidence.listenerFor(failure.ip());
        if (listener.isPresent()) {
            return heard(evidence, listener.get());
        }
        boolean alone =
                evidence.host().isOwn(failure.ip()) && evidence.listeners().isEmpty();
        return alone ? unheard(evidence) : elsewhere(evidence, failure);
    }

    private static Finding heard(Evidence evidence, Waiting listener) {
        return Finding.likely(
                        "udp-no-answer",
                        "The program on " + evidence.portInWords() + " most likely does not answer such a"
                                + " question (" + listener.owner() + ")")
                .because("somebody waits there: " + listener.inWords())
                .because("also possible: a firewall of this machine drops the question or the answer")
                .remedy("Ask something that the service answers")
                .remedy(
                        "Look for a rule with port " + evidence.port() + " (as root)",
                        evidence.commands().firewall())
                .at(listener.pointer());
    }

    private static Finding unheard(Evidence evidence) {
        return Finding.likely(
                        "local-firewall",
                        "A firewall of this machine most likely drops what is sent to " + evidence.portInWords()
                                + ", where nobody waits either")
                .because("the machine itself would say at once that the port is closed")
                .because(Unknowns.sockets(evidence))
                .remedy(
                        "Look for a rule with port " + evidence.port() + " (as root)",
                        evidence.commands().firewall());
    }

    private static Finding elsewhere(Evidence evidence, Failure failure) {
        return Finding.possible(
                        "udp-silent",
                        "No answer from " + failure.address() + " " + evidence.portInWords() + ": the service"
                                + " does not answer such a question, or a firewall drops it, or the machine is down; UDP does not tell"
                                + " which")
                .because("a closed port would have been told by ICMP, unless a firewall keeps that back")
                .remedy("Ask something that the service answers")
                .remedy("Look where the way ends", evidence.commands().path(failure.ip()));
    }
}
