package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Route;
import dev.porthole.diagnosis.Scene;
import dev.porthole.probe.Fault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoWayTest {
    private static Optional<Finding> examine(Scene scene) {
        return new NoWay().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    private static Scene unreachable(Fault fault) {
        return Scene.tcp("10.2.0.1", 80).failed("10.2.0.1", fault);
    }

    @Test
    void aRejectingRouteIsProven() {
        Finding finding =
                found(unreachable(new Fault.HostUnreachable()).route("10.2.0.0/16", null, Route.Kind.REJECTS));
        assertEquals("A route of this machine rejects 10.2.0.1: unreachable or prohibit 10.2.0.0/16", finding.title());
        assertEquals(Certainty.PROVEN, finding.certainty());
        assertEquals("ip route get 10.2.0.1", finding.remedies().getFirst().command());
    }

    @Test
    void aProhibitingRouteIsTheSame() {
        assertEquals(
                "route-rejects",
                found(unreachable(new Fault.ConnectForbidden()).route("10.2.0.0/16", null, Route.Kind.REJECTS))
                        .code());
    }

    @Test
    void aBlackholeIsProvenWhereItsRouteIsSeenElseLikely() {
        assertEquals(
                Certainty.PROVEN,
                found(unreachable(new Fault.RouteBlackhole()).route("10.2.0.0/16", null, Route.Kind.SWALLOWS))
                        .certainty());
        Finding unseen = found(unreachable(new Fault.RouteBlackhole()).factsUnknown());
        assertEquals(Certainty.LIKELY, unseen.certainty());
        assertTrue(unseen.because().toString().contains("not known: the routes"));
    }

    @Test
    void withoutARouteThatIsProven() {
        Finding finding = found(unreachable(new Fault.NetworkUnreachable()));
        assertEquals("This machine has no route to 10.2.0.1", finding.title());
        assertEquals(Certainty.PROVEN, finding.certainty());
    }

    @Test
    void withARouteOfItsOwnTheRouterIsLikely() {
        Finding finding =
                found(unreachable(new Fault.NetworkUnreachable()).route("0.0.0.0/0", "10.0.0.1", Route.Kind.FORWARDS));
        assertEquals(Certainty.LIKELY, finding.certainty());
        assertTrue(finding.title().startsWith("A router on the way most likely"), finding::title);
    }

    @Test
    void withoutAGlobalIpv6AddressThatIsSaid() {
        Finding finding = found(Scene.tcp("2001:db8::9", 80)
                .own("fe80::1", "eth0")
                .route("::/0", null, Route.Kind.REJECTS)
                .failed("2001:db8::9", new Fault.NetworkUnreachable()));
        assertEquals(
                "This machine has no route to 2001:db8::9: it has no IPv6 address beyond its own links",
                finding.title());
    }

    @Test
    void aLinkLocalAddressNeedsItsInterface() {
        assertEquals(
                "zone-missing",
                found(Scene.tcp("fe80::9", 80).failed("fe80::9", new Fault.RouteBlackhole()))
                        .code());
    }

    @Test
    void aFirewallThatRejectsIsLikely() {
        Finding near = found(unreachable(new Fault.HostUnreachable()));
        assertEquals(Certainty.LIKELY, near.certainty());
        assertTrue(near.title().startsWith("A firewall or route of this machine"), near::title);
        Finding far =
                found(Scene.tcp("10.2.0.1", 80).failed("10.2.0.1", new Fault.HostUnreachable(), Duration.ofMillis(20)));
        assertTrue(far.title().startsWith("A router or firewall on the way most likely"), far::title);
        assertEquals(
                "forbidden", found(unreachable(new Fault.ConnectForbidden())).code());
    }

    @Test
    void aSourceThatIsNotOursIsProven() {
        assertEquals(
                "no-such-source",
                found(unreachable(new Fault.SourceUnavailable("192.0.2.1"))).code());
        assertEquals(
                "no-tcp", found(unreachable(new Fault.ProtocolUnreachable())).code());
    }

    @Test
    void itDoesNotFireOnRefusalsSilenceAMissingNeighbourOrHealth() {
        assertTrue(examine(Scene.tcp("10.2.0.1", 80).refused("10.2.0.1")).isEmpty());
        assertTrue(examine(Scene.tcp("10.2.0.1", 80).silent("10.2.0.1")).isEmpty());
        assertTrue(examine(unreachable(new Fault.HostUnreachable())
                        .route("10.2.0.0/16", null, Route.Kind.FORWARDS)
                        .neighbour("10.2.0.1", false))
                .isEmpty());
        assertTrue(examine(Scene.tcp("10.2.0.1", 80).open("10.2.0.1")).isEmpty());
    }
}
