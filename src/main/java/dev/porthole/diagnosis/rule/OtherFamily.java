package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Evidence.Failure;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Waiting;
import dev.porthole.net.IpAddress;
import dev.porthole.probe.Address;
import java.util.List;
import java.util.Optional;

/// The name gives one family first, the listener serves the other one only: IPv4 and IPv6 callers see two machines.
public final class OtherFamily implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        if (evidence.isUdp()) {
            return Optional.empty();
        }
        return evidence.failures().stream()
                .filter(Failure::isRefused)
                .filter(failure -> evidence.host().isOwn(failure.ip()))
                .flatMap(failure -> finding(evidence, failure).stream())
                .findFirst();
    }

    private static Optional<Finding> finding(Evidence evidence, Failure failure) {
        boolean ipv6 = failure.ip().ipv6();
        List<Waiting> listeners = evidence.listeners();
        boolean deaf =
                listeners.stream().allMatch(listener -> listener.covers(ipv6).equals(Optional.of(false)));
        return listeners.isEmpty() || !deaf || isDeafToBoth(evidence, failure)
                ? Optional.empty()
                : Optional.of(finding(evidence, failure, listeners.getFirst()));
    }

    /// Where the name's addresses of the other family lead to no listener either, it is the address that is wrong.
    private static boolean isDeafToBoth(Evidence evidence, Failure failure) {
        List<IpAddress> others = evidence.trace().addresses().stream()
                .filter(address -> address.family() != failure.address().family())
                .flatMap(address -> Evidence.bits(address).stream())
                .toList();
        return !others.isEmpty()
                && others.stream()
                        .noneMatch(other -> evidence.listenerFor(other).isPresent());
    }

    private static Finding finding(Evidence evidence, Failure failure, Waiting listener) {
        boolean ipv6 = failure.ip().ipv6();
        String asked = ipv6 ? "IPv6" : "IPv4";
        String port = String.valueOf(listener.entry().local().port());
        String title = subject(evidence, failure) + "; your listener is on "
                + listener.address().unmapped() + " only (" + listener.owner() + ")";
        Finding finding = evidence.seesAllSockets()
                ? Finding.proven("other-family", title)
                : Finding.likely("other-family", title + "; most likely that is why");
        return finding.because(failure.address() + " port " + port + " refused the connection")
                .because("the listener on port " + port + " of this machine is " + listener.inWords()
                        + ", which takes no " + asked)
                .because(fallBack(evidence, failure))
                .because(Unknowns.sockets(evidence))
                .remedy("Call the address that is served: " + counterpart(evidence, failure, listener))
                .remedy("Or let the service listen on " + asked + " as well"
                        + (ipv6 ? " (:: without v6only takes both)" : " (0.0.0.0, or :: without v6only)"))
                .remedy("See it for yourself", evidence.commands().listeners(evidence.isUdp(), evidence.port()))
                .at(listener.pointer())
                .at(failure.pointer());
    }

    /// Of a name that has both families.
    private static List<String> fallBack(Evidence evidence, Failure failure) {
        boolean both = evidence.trace().addresses().stream()
                .anyMatch(address -> address.family() != failure.address().family());
        return both
                ? List.of("a client that tries only the first address fails here; one that falls back (RFC 8305) gets"
                        + " through over " + (failure.ip().ipv6() ? "IPv4" : "IPv6"))
                : List.of();
    }

    private static String subject(Evidence evidence, Failure failure) {
        String host = evidence.hostName();
        if (host.equals(failure.address().text())) {
            return host + " is " + (failure.ip().ipv6() ? "IPv6" : "IPv4");
        }
        boolean first = evidence.trace().addresses().stream().findFirst().equals(Optional.of(failure.address()));
        return host + (first ? " is " + failure.address() + " first" : " is also " + failure.address());
    }

    private static String counterpart(Evidence evidence, Failure failure, Waiting listener) {
        return evidence.trace().addresses().stream()
                .filter(address -> address.family() != failure.address().family())
                .map(Address::text)
                .findFirst()
                .orElseGet(() -> listener.address().isAny()
                        ? (failure.ip().ipv6() ? "127.0.0.1" : "::1")
                        : listener.address().unmapped().toString());
    }
}
