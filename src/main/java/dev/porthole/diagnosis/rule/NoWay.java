package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Evidence.Failure;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.LocalAddress;
import dev.porthole.diagnosis.Route;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Told;
import dev.porthole.net.IpAddress;
import dev.porthole.net.SafeText;
import dev.porthole.probe.Fault;
import dev.porthole.probe.HumanTime;
import java.util.List;
import java.util.Optional;

/// There is no way to the address: no route, one that rejects, no address of that family here, a router or firewall
/// that says no.
public final class NoWay implements Rule {
    private static final long LINK_LOCAL = 0xfe80L;

    @Override
    public Optional<Finding> examine(Evidence evidence) {
        return evidence.fatalFailures().stream()
                .filter(failure -> evidence.listenerFor(failure.ip()).isEmpty())
                .flatMap(failure -> finding(evidence, failure).stream())
                .findFirst();
    }

    private static Optional<Finding> finding(Evidence evidence, Failure failure) {
        return switch (failure.fault()) {
            case Fault.RouteBlackhole _ -> Optional.of(swallowed(evidence, failure));
            case Fault.NetworkUnreachable _ ->
                Optional.of(byRoute(evidence, failure).orElseGet(() -> noRoute(evidence, failure)));
            case Fault.HostUnreachable _ ->
                new Silence().examine(evidence).isPresent()
                        ? Optional.empty()
                        : Optional.of(byRoute(evidence, failure).orElseGet(() -> rejected(evidence, failure)));
            case Fault.ConnectForbidden _ ->
                Optional.of(byRoute(evidence, failure).orElseGet(() -> forbidden(evidence, failure)));
            case Fault.ProtocolUnreachable _ ->
                Optional.of(Finding.proven("no-tcp", "The host " + failure.address() + " does not take TCP at all")
                        .because("it answered with ICMP protocol unreachable")
                        .at(failure.pointer()));
            case Fault.SourceUnavailable(String source) ->
                Optional.of(Finding.proven(
                                "no-such-source",
                                "This machine has no address " + SafeText.of(source) + " to call from")
                        .because("the system would not bind to it")
                        .remedy(
                                "Choose one of its own addresses",
                                evidence.commands().addresses()));
            default -> Optional.empty();
        };
    }

    /// A route of this machine that says no itself.
    private static Optional<Finding> byRoute(Evidence evidence, Failure failure) {
        return route(evidence, failure)
                .filter(route -> route.kind() != Route.Kind.FORWARDS)
                // The last resort of IPv6 stands in every table: it says no more than that there is no route.
                .filter(route -> !(failure.ip().ipv6() && route.prefix() == 0))
                .map(route -> Finding.proven(
                                "route-rejects",
                                "A route of this machine rejects " + failure.address() + ": " + route.inWords())
                        .because(
                                "the system said no after " + HumanTime.of(failure.took()) + ", before any packet left")
                        .remedy(
                                "See it, and delete it if it is not meant",
                                evidence.commands().route(failure.ip()))
                        .remedy(
                                "All routes",
                                evidence.commands().routes(failure.ip().ipv6()))
                        .at(failure.pointer()));
    }

    private static Finding swallowed(Evidence evidence, Failure failure) {
        if (failure.ip().ipv6() && failure.ip().high() >>> 48 == LINK_LOCAL) {
            return Finding.proven(
                            "zone-missing",
                            "The link-local address " + failure.address() + " cannot be called without its interface")
                    .because("fe80::/10 exists on every link anew, so the system does not know which is meant")
                    .remedy(
                            "Add the interface: " + failure.address() + "%eth0",
                            evidence.commands().addresses())
                    .at(failure.pointer());
        }
        Optional<Route> route = route(evidence, failure).filter(each -> each.kind() != Route.Kind.FORWARDS);
        Finding finding = route.isPresent()
                ? Finding.proven(
                        "route-blackhole",
                        "A route of this machine throws away all packets to " + failure.address() + ": "
                                + route.get().inWords())
                : Finding.likely(
                        "route-blackhole",
                        "Most likely a blackhole route of this machine throws away all packets to "
                                + failure.address());
        return finding.because("the system refused to call it (EINVAL) before any packet left")
                .because(Unknowns.of(
                        "the routes of this machine", evidence.host().network().routes()))
                .remedy(
                        "See it, and delete it if it is not meant",
                        evidence.commands().routes(failure.ip().ipv6()))
                .at(failure.pointer());
    }

    private static Finding noRoute(Evidence evidence, Failure failure) {
        Told<List<Route>> routes = evidence.host().network().routes();
        boolean known = routes.ifKnown().isPresent();
        boolean none = known
                && route(evidence, failure)
                        .filter(each -> each.kind() == Route.Kind.FORWARDS)
                        .isEmpty();
        Finding finding = none
                ? Finding.proven(
                        "no-route", "This machine has no route to " + failure.address() + family(evidence, failure))
                : Finding.likely(
                        "no-route",
                        (known
                                        ? "A router on the way most likely has no route to "
                                        : "Most likely this machine has no route to ")
                                + failure.address());
        return finding.because(
                        "the system said that the network cannot be reached, after " + HumanTime.of(failure.took()))
                .because(Unknowns.of("the routes of this machine", routes))
                .because(route(evidence, failure).filter(each -> each.kind() == Route.Kind.FORWARDS).stream()
                        .map(each -> "this machine itself has one: " + each.inWords())
                        .toList())
                .remedy(
                        "See the routes; a default route may be missing",
                        evidence.commands().routes(failure.ip().ipv6()))
                .remedy(
                        "See whether the interface is up and has an address",
                        evidence.commands().addresses())
                .at(failure.pointer());
    }

    private static String family(Evidence evidence, Failure failure) {
        boolean noGlobal = failure.ip().ipv6()
                && evidence.host()
                        .network()
                        .addresses()
                        .ifKnown()
                        .filter(own -> own.stream().noneMatch(NoWay::isGlobalIpv6))
                        .isPresent();
        return noGlobal ? ": it has no IPv6 address beyond its own links" : "";
    }

    private static boolean isGlobalIpv6(LocalAddress own) {
        IpAddress address = own.address();
        return address.ipv6() && !address.isLoopback() && address.high() >>> 48 != LINK_LOCAL;
    }

    private static Finding rejected(Evidence evidence, Failure failure) {
        String who = failure.isAtOnce()
                ? "A firewall or route of this machine, or one very near,"
                : "A router or firewall on the way";
        return Finding.likely("rejected", who + " most likely turns away calls to " + failure.address())
                .because("the answer was “host unreachable”, after " + HumanTime.of(failure.took())
                        + "; ICMP's own reason is not told for TCP")
                .because("also possible: a router that knows no such host")
                .because(Unknowns.of(
                        "the routes of this machine", evidence.host().network().routes()))
                .remedy("Look where the way ends", evidence.commands().path(failure.ip()))
                .remedy(
                        "Look at the rules of this machine (as root)",
                        evidence.commands().firewall())
                .at(failure.pointer());
    }

    private static Finding forbidden(Evidence evidence, Failure failure) {
        boolean away = failure.ip().ipv6() && !failure.isAtOnce();
        return Finding.likely(
                        "forbidden",
                        (away ? "A firewall on the way" : "A firewall or route of this machine")
                                + " most likely forbids calls to " + failure.address())
                .because("the answer was “permission denied”, after " + HumanTime.of(failure.took()))
                .remedy(
                        "Look at the rules of this machine (as root)",
                        evidence.commands().firewall())
                .remedy(
                        "Look for a prohibit route",
                        evidence.commands().routes(failure.ip().ipv6()))
                .at(failure.pointer());
    }

    private static Optional<Route> route(Evidence evidence, Failure failure) {
        return evidence.host().network().routes().ifKnown().flatMap(routes -> Route.best(routes, failure.ip()));
    }
}
