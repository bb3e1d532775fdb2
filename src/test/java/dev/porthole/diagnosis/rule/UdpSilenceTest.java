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

class UdpSilenceTest {
    private static Optional<Finding> examine(Scene scene) {
        return new UdpSilence().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    @Test
    void aProgramOfThisMachineThatHeardItMostLikelyDoesNotAnswerThat() {
        Finding finding = found(Scene.udp("127.0.0.1", 53)
                .question("127.0.0.1", new Fault.UdpNoAnswer())
                .waits(Protocol.UDP, "0.0.0.0", 53, null, 9, "dnsmasq"));
        assertEquals(
                "The program on UDP port 53 most likely does not answer such a question (pid 9, dnsmasq)",
                finding.title());
        assertEquals(Certainty.LIKELY, finding.certainty());
    }

    @Test
    void whereNobodyWaitsSilenceIsAFirewall() {
        assertEquals(
                "local-firewall",
                found(Scene.udp("127.0.0.1", 53).question("127.0.0.1", new Fault.UdpNoAnswer()))
                        .code());
    }

    @Test
    void ofAnotherMachineItIsOneOfSeveral() {
        Finding finding = found(Scene.udp("10.0.0.9", 53).question("10.0.0.9", new Fault.UdpNoAnswer()));
        assertEquals(Certainty.POSSIBLE, finding.certainty());
    }

    @Test
    void aClosedPortAndAnAnswerAreNone() {
        assertTrue(examine(Scene.udp("127.0.0.1", 53).question("127.0.0.1", new Fault.UdpPortUnreachable()))
                .isEmpty());
        assertTrue(examine(Scene.tcp("127.0.0.1", 53).silent("127.0.0.1")).isEmpty());
    }
}
