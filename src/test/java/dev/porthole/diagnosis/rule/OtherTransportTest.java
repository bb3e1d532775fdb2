package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.net.Protocol;
import dev.porthole.probe.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtherTransportTest {
    private static Optional<Finding> examine(Scene scene) {
        return new OtherTransport().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    @Test
    void aUdpSocketOnThePortIsToldToTheTcpCaller() {
        Finding finding = found(
                Scene.tcp("127.0.0.1", 53).refused("127.0.0.1").waits(Protocol.UDP, "0.0.0.0", 53, null, 9, "dnsmasq"));
        assertEquals("Port 53 waits for UDP, not for TCP (pid 9, dnsmasq)", finding.title());
        assertEquals(Certainty.PROVEN, finding.certainty());
    }

    @Test
    void andTheReverse() {
        Finding finding = found(Scene.udp("127.0.0.1", 80).refused("127.0.0.1").listens(80));
        assertEquals("Port 80 waits for TCP, not for UDP (pid 4321, nginx)", finding.title());
    }

    @Test
    void withHalfOfTheSocketsItIsLikely() {
        Finding finding = found(
                Scene.udp("127.0.0.1", 80).refused("127.0.0.1").listens(80).halfSeen());
        assertEquals(Certainty.LIKELY, finding.certainty());
    }

    @Test
    void itDoesNotFireWhereTheTransportThatWasAskedForIsServedToo() {
        assertTrue(examine(Scene.tcp("::1", 53)
                        .refused("::1")
                        .listens(53)
                        .waits(Protocol.UDP, "0.0.0.0", 53, null, 9, "dnsmasq"))
                .isEmpty());
        assertTrue(examine(Scene.tcp("127.0.0.1", 53).refused("127.0.0.1")).isEmpty());
        assertTrue(examine(Scene.tcp("10.0.0.9", 53)
                        .refused("10.0.0.9")
                        .waits(Protocol.UDP, "0.0.0.0", 53, null, 9, "dnsmasq"))
                .isEmpty());
    }

    @Test
    void aUdpPortThatTheHostCallsClosedIsRefused() {
        assertEquals(
                "other-transport",
                found(Scene.udp("127.0.0.1", 80)
                                .question("127.0.0.1", new Fault.UdpPortUnreachable())
                                .listens(80))
                        .code());
    }

    @Test
    void aHealthyProbeHasNoFinding() {
        assertTrue(examine(Scene.tcp("127.0.0.1", 80).open("127.0.0.1").listens(80))
                .isEmpty());
    }
}
