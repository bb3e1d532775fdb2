package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.net.Protocol;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalFirewallTest {
    private static Optional<Finding> examine(Scene scene) {
        return new LocalFirewall().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    @Test
    void aListenerThatIsRefusedAllTheSameIsBehindAFirewall() {
        Finding finding = found(Scene.tcp("127.0.0.1", 80).refused("127.0.0.1").listens(80));
        assertEquals(
                "A firewall of this machine most likely refuses calls to 127.0.0.1 TCP port 80, where somebody listens",
                finding.title());
        assertEquals(Certainty.LIKELY, finding.certainty());
    }

    @Test
    void silenceInSpiteOfAListenerToo() {
        Finding finding =
                found(Scene.tcp("127.0.0.1", 80).silent("127.0.0.1").listens(80).queue(0, 128));
        assertTrue(finding.title().contains("drops calls"), finding::title);
    }

    @Test
    void aUdpSocketThatIsRefusedToo() {
        assertEquals(
                "local-firewall",
                found(Scene.udp("127.0.0.1", 53)
                                .refused("127.0.0.1")
                                .waits(Protocol.UDP, "0.0.0.0", 53, null, 9, "dnsmasq"))
                        .code());
    }

    @Test
    void aListenerThatCameLaterExplainsTheRefusalBetter() {
        assertTrue(examine(Scene.tcp("127.0.0.1", 80)
                        .refused("127.0.0.1")
                        .listens(80)
                        .cameLater())
                .isEmpty());
    }

    @Test
    void itDoesNotFireOnAFullQueueAnotherFamilyOrAnotherMachine() {
        assertTrue(examine(Scene.tcp("127.0.0.1", 80)
                        .silent("127.0.0.1")
                        .listens(80)
                        .queue(6, 5))
                .isEmpty());
        assertTrue(examine(Scene.tcp("::1", 80).refused("::1").listens(80)).isEmpty());
        assertTrue(examine(Scene.tcp("10.0.0.9", 80).silent("10.0.0.9").listens(80))
                .isEmpty());
    }

    @Test
    void aHealthyProbeHasNoFinding() {
        assertTrue(examine(Scene.tcp("127.0.0.1", 80).open("127.0.0.1").listens(80))
                .isEmpty());
    }
}
