package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Evidence.Failure;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.LocalAddress;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Waiting;
import java.util.List;
import java.util.Optional;

/// The listener is bound to an address of the machine other than the one that was called.
public final class OtherAddress implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        return evidence.failures().stream()
                .filter(Failure::isRefused)
                .filter(failure -> evidence.host().isOwn(failure.ip()))
                .flatMap(failure -> finding(evidence, failure).stream())
                .findFirst();
    }

    private static Optional<Finding> finding(Evidence evidence, Failure failure) {
        List<Waiting> listeners = evidence.listeners();
        boolean deaf = listeners.stream()
                .allMatch(listener -> listener.covers(failure.ip()).equals(Optional.of(false)));
        Optional<Waiting> sameFamily = listeners.stream()
                .filter(listener ->
                        listener.address().unmapped().ipv6() == failure.ip().ipv6())
                .findFirst();
        return deaf ? sameFamily.map(listener -> finding(evidence, failure, listener)) : Optional.empty();
    }

    private static Finding finding(Evidence evidence, Failure failure, Waiting listener) {
        boolean loopback = listener.address().isLoopback();
        String where = loopback ? "on loopback only, " + listener.address() : "on " + listener.address() + " only";
        String title = "The listener on port " + evidence.port() + " is " + where + " (" + listener.owner() + "), and "
                + failure.address() + " was called";
        Finding finding = evidence.seesAllSockets()
                ? Finding.proven("other-address", title)
                : Finding.likely("other-address", title + "; most likely that is why");
        return finding.because(failure.address() + " refused the call")
                .because("the listener is " + listener.inWords() + link(evidence, listener))
                .because(Unknowns.sockets(evidence))
                .remedy("Call " + listener.address()
                        + (loopback ? ", which works from this machine only" : " in place of " + failure.address()))
                .remedy("Or let the service listen on " + failure.address() + ", or on " + everywhere(failure)
                        + " for all addresses")
                .remedy("See it for yourself", evidence.commands().listeners(evidence.isUdp(), evidence.port()))
                .at(listener.pointer())
                .at(failure.pointer());
    }

    private static String everywhere(Failure failure) {
        return failure.ip().ipv6() ? "::" : "0.0.0.0";
    }

    private static String link(Evidence evidence, Waiting listener) {
        return evidence.host().network().addresses().ifKnown().stream()
                .flatMap(List::stream)
                .filter(own -> own.address().equals(listener.address().unmapped()))
                .map(LocalAddress::link)
                .findFirst()
                .map(link -> ", an address of " + link)
                .orElse("");
    }
}
