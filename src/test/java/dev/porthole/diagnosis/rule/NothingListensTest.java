package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.net.Protocol;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NothingListensTest {
    private static Optional<Finding> examine(Scene scene) {
        return new NothingListens().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    @Test
    void aRefusalOfThisMachineWithoutAnySocketIsProven() {
        Finding finding = found(Scene.tcp("localhost", 81).refused("127.0.0.1").listens(80));
        assertEquals("Nothing listens on TCP port 81 of this machine", finding.title());
        assertEquals(Certainty.PROVEN, finding.certainty());
    }

    @Test
    void withHalfOfTheSocketsItIsLikelyAndSaidSo() {
        Finding finding = found(Scene.tcp("localhost", 81).refused("127.0.0.1").halfSeen());
        assertEquals("Most likely nothing listens on TCP port 81 of this machine", finding.title());
        assertEquals(Certainty.LIKELY, finding.certainty());
        assertTrue(finding.because().toString().contains("not known: the list of sockets"));
    }

    @Test
    void ofAnotherMachineItIsLikely() {
        Finding finding =
                found(Scene.tcp("10.0.0.9", 81).own("10.0.0.2", "eth0").refused("10.0.0.9"));
        assertEquals("Most likely nothing listens on TCP port 81 of 10.0.0.9", finding.title());
        assertEquals(Certainty.LIKELY, finding.certainty());
    }

    @Test
    void whereTheOwnAddressesAreNotKnownThatIsSaid() {
        Finding finding = found(Scene.tcp("10.0.0.2", 81).factsUnknown().refused("10.0.0.2"));
        assertTrue(finding.because().toString().contains("not known: the addresses of this machine"));
    }

    @Test
    void aClosedUdpPortIsTold() {
        assertEquals(
                "Nothing listens on UDP port 53 of this machine",
                found(Scene.udp("127.0.0.1", 53).refused("127.0.0.1")).title());
    }

    @Test
    void itLeavesToOthersWhereSomebodyWaitsOrWaited() {
        assertTrue(
                examine(Scene.tcp("localhost", 80).refused("::1").listens(80)).isEmpty());
        assertTrue(examine(Scene.tcp("localhost", 53)
                        .refused("127.0.0.1")
                        .waits(Protocol.UDP, "0.0.0.0", 53, null, 1, "dnsmasq"))
                .isEmpty());
        assertTrue(examine(Scene.tcp("localhost", 80).refused("127.0.0.1").waitedEarlier(80, 5, "java"))
                .isEmpty());
    }

    @Test
    void silenceAndHealthAreNone() {
        assertTrue(examine(Scene.tcp("127.0.0.1", 80).silent("127.0.0.1")).isEmpty());
        assertTrue(examine(Scene.tcp("localhost", 80)
                        .refused("::1")
                        .open("127.0.0.1")
                        .listens(80))
                .isEmpty());
    }
}
