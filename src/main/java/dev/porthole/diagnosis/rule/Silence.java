package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Evidence.Failure;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Neighbour;
import dev.porthole.diagnosis.PortAnswer;
import dev.porthole.diagnosis.PortCalls;
import dev.porthole.diagnosis.Route;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Told;
import dev.porthole.net.IpAddress;
import dev.porthole.net.SocketState;
import dev.porthole.probe.Fault;
import dev.porthole.probe.HumanTime;
import dev.porthole.sockets.Figure;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// No answer from another machine: it is down, or a firewall drops the packets. The link and other ports may tell
/// which.
public final class Silence implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        return evidence.fatalFailures().stream()
                .filter(failure -> !evidence.host().isOwn(failure.ip()))
                .flatMap(failure -> finding(evidence, failure).stream())
                .findFirst();
    }

    private static Optional<Finding> finding(Evidence evidence, Failure failure) {
        Optional<Neighbour> hop = nextHop(evidence, failure);
        boolean missing = hop.filter(neighbour -> !neighbour.answered()).isPresent();
        boolean notFound = failure.fault() instanceof Fault.HostUnreachable && missing;
        if (!failure.isSilent() && !notFound) {
            return Optional.empty();
        }
        Finding finding = missing
                ? noNeighbour(evidence, failure, hop.get())
                : onLink(evidence, failure)
                        .filter(Neighbour::answered)
                        .map(neighbour -> up(
                                evidence,
                                failure,
                                "it answers ARP with " + neighbour.hardware() + " on " + neighbour.link()))
                        .or(() -> otherPort(evidence, failure))
                        .orElseGet(() -> open(evidence, failure));
        return Optional.of(finding.because(retransmits(evidence))
                .because(called(evidence, failure))
                .at(failure.pointer()));
    }

    private static Finding noNeighbour(Evidence evidence, Failure failure, Neighbour hop) {
        boolean gateway = !hop.address().equals(failure.ip());
        String title = gateway
                ? "The gateway " + hop.address() + " towards " + failure.address() + " does not answer"
                : "No machine with the address " + failure.address() + " answers on the local network";
        return Finding.proven("host-down", title + ": it is off, unplugged, or has another address")
                .because("asked for by ARP on " + hop.link() + ", " + hop.address()
                        + " did not tell its hardware address")
                .remedy(
                        "See whether it is switched on and on this network",
                        evidence.commands().neighbour(hop.address()))
                .remedy("Look at the way there", evidence.commands().route(failure.ip()));
    }

    private static Optional<Finding> otherPort(Evidence evidence, Failure failure) {
        return calls(evidence, failure)
                .flatMap(calls -> calls.answers().stream().min(Comparator.comparingInt(PortAnswer::port)))
                .map(answer -> up(
                        evidence,
                        failure,
                        "its port " + answer.port() + (answer.open() ? " took a call" : " refused a call")));
    }

    private static Finding up(Evidence evidence, Failure failure, String proof) {
        return Finding.likely(
                        "filtered",
                        "Most likely a firewall drops the packets to " + failure.address() + " "
                                + evidence.portInWords() + ": the machine is up, this port stays silent")
                .because("no answer in " + HumanTime.of(failure.took()))
                .because("the machine is up: " + proof)
                .because("also possible: the accept queue of the service is full, which cannot be seen from here")
                .remedy(
                        "Look at the rules on that machine, then at the firewalls on the way (as root, there)",
                        evidence.commands().firewall())
                .remedy(
                        "Look on that machine how full the queue is",
                        evidence.commands().listeners(false, evidence.port()));
    }

    private static Finding open(Evidence evidence, Failure failure) {
        return Finding.possible(
                        "silent",
                        "No answer from " + failure.address() + " at all: either the machine is down,"
                                + " or a firewall drops the packets; which of the two cannot be told from here")
                .because("no answer in " + HumanTime.of(failure.took()))
                .because(
                        failure.ip().ipv6()
                                ? List.of("not known: whether it answers on the link (IPv6 neighbours are not told)")
                                : Unknowns.of(
                                        "whether it answers ARP",
                                        evidence.host().network().neighbours()))
                .remedy("Look where the way ends", evidence.commands().path(failure.ip()))
                .remedy("Look at the first step of the way", evidence.commands().route(failure.ip()));
    }

    private static Optional<PortCalls> calls(Evidence evidence, Failure failure) {
        return evidence.host().network().otherPorts().ifKnown().stream()
                .flatMap(List::stream)
                .filter(calls -> calls.address().equals(failure.ip()))
                .findFirst();
    }

    /// Who else was called on behalf of the probe is told in any case.
    private static List<String> called(Evidence evidence, Failure failure) {
        Optional<PortCalls> calls = calls(evidence, failure);
        if (calls.isPresent()) {
            return List.of(inWords(evidence, calls.get()));
        }
        return switch (evidence.host().network().otherPorts()) {
            case Told.Known<?> _ -> List.of("other ports of it were not called");
            case Told.Unknown<?>(String why) -> List.of("not known: whether other ports of it answer (" + why + ")");
        };
    }

    private static String inWords(Evidence evidence, PortCalls calls) {
        String ports = calls.ports().stream().map(String::valueOf).collect(Collectors.joining(", "));
        Instant began = evidence.after().time().minus(evidence.trace().elapsed());
        String when = calls.time().isBefore(began) ? "earlier in this series, and not again" : "meanwhile";
        return "its ports " + ports + " were called once each, " + when
                + (calls.answers().isEmpty() ? "; they did not answer either in " + HumanTime.of(calls.waited()) : "");
    }

    private static List<String> retransmits(Evidence evidence) {
        return evidence.seen().ours().stream()
                .filter(entry -> entry.state() == SocketState.SYN_SENT)
                .flatMap(entry ->
                        entry.figures().get(Figure.RETRANSMITS).stream().boxed())
                .filter(count -> count > 0)
                .findFirst()
                .map(count -> List.of("this machine sent its SYN again " + count + (count == 1 ? " time" : " times")))
                .orElse(List.of());
    }

    /// The machine on the link that the packets are handed to: the target itself, or a gateway.
    private static Optional<Neighbour> nextHop(Evidence evidence, Failure failure) {
        IpAddress hop = route(evidence, failure).map(Route::gateway).orElse(failure.ip());
        return neighbour(evidence, hop);
    }

    /// The target itself, if it is on the link.
    private static Optional<Neighbour> onLink(Evidence evidence, Failure failure) {
        return route(evidence, failure)
                .filter(route -> route.gateway() == null)
                .flatMap(_ -> neighbour(evidence, failure.ip()));
    }

    private static Optional<Route> route(Evidence evidence, Failure failure) {
        return evidence.host().network().routes().ifKnown().flatMap(routes -> Route.best(routes, failure.ip()));
    }

    private static Optional<Neighbour> neighbour(Evidence evidence, IpAddress address) {
        return evidence.host().network().neighbours().ifKnown().stream()
                .flatMap(List::stream)
                .filter(neighbour -> neighbour.address().equals(address))
                .findFirst();
    }
}
