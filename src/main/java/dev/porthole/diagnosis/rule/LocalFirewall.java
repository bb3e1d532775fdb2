package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Evidence.Failure;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Waiting;
import dev.porthole.probe.Fault;
import dev.porthole.probe.HumanTime;
import java.util.Optional;

/// A listener of this machine takes calls to the address, and yet the call was refused or got no answer.
public final class LocalFirewall implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        return evidence.failures().stream()
                .filter(LocalFirewall::isStrange)
                .flatMap(failure -> evidence.listenerFor(failure.ip()).stream()
                        .filter(listener -> wasThereBefore(evidence, listener))
                        .filter(_ -> new NotAccepting().examine(evidence).isEmpty())
                        .map(listener -> finding(evidence, failure, listener)))
                .findFirst();
    }

    private static boolean isStrange(Failure failure) {
        return failure.isRefused()
                || failure.isSilent()
                || failure.fault() instanceof Fault.HostUnreachable
                || failure.fault() instanceof Fault.NetworkUnreachable
                || failure.fault() instanceof Fault.ConnectForbidden;
    }

    /// One that came only after the call explains a refusal better than a firewall.
    private static boolean wasThereBefore(Evidence evidence, Waiting listener) {
        return Waiting.on(evidence.seen().before(), evidence.port()).stream()
                .anyMatch(before -> before.entry().key().equals(listener.entry().key()));
    }

    private static Finding finding(Evidence evidence, Failure failure, Waiting listener) {
        String how = failure.isRefused() ? "refuses" : failure.isSilent() ? "drops" : "rejects";
        return Finding.likely(
                        "local-firewall",
                        "A firewall of this machine most likely " + how + " calls to " + failure.address() + " "
                                + evidence.portInWords() + ", where somebody listens")
                .because(listener.inWords() + " takes calls to " + failure.address() + ", before and after the probe")
                .because("the call stays on this machine, and " + what(failure))
                .because(
                        "also possible: the listener is tied to one interface or VRF (SO_BINDTODEVICE), or wants signed"
                                + " segments (TCP-MD5)")
                .remedy(
                        "Look for a rule with port " + evidence.port() + " (as root)",
                        evidence.commands().firewall())
                .at(listener.pointer())
                .at(failure.pointer());
    }

    private static String what(Failure failure) {
        String took = HumanTime.of(failure.took());
        return failure.isSilent() ? "got no answer in " + took : "was turned away after " + took;
    }
}
