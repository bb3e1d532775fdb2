package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.net.Protocol;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtherAddressTest {
    private static Optional<Finding> examine(Scene scene) {
        return new OtherAddress().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    @Test
    void aListenerOnLoopbackIsDeafToTheAddressOfTheMachine() {
        Finding finding = found(Scene.tcp("10.0.0.2", 80)
                .own("10.0.0.2", "eth0")
                .refused("10.0.0.2")
                .waits(Protocol.TCP, "127.0.0.1", 80, null, 7, "redis"));
        assertEquals(
                "The listener on port 80 is on loopback only, 127.0.0.1 (pid 7, redis), and 10.0.0.2 was called",
                finding.title());
        assertEquals(Certainty.PROVEN, finding.certainty());
        assertEquals(2, finding.pointers().size());
    }

    @Test
    void aListenerOnAnotherInterfaceIsNamedWithIt() {
        Finding finding = found(Scene.tcp("127.0.0.1", 80)
                .own("10.0.0.2", "eth0")
                .refused("127.0.0.1")
                .waits(Protocol.TCP, "10.0.0.2", 80, null, 7, "redis"));
        assertTrue(finding.title().contains("is on 10.0.0.2 only"), finding::title);
        assertTrue(finding.because().toString().contains("an address of eth0"));
    }

    @Test
    void withHalfOfTheSocketsItIsLikely() {
        Finding finding = found(Scene.tcp("10.0.0.2", 80)
                .own("10.0.0.2", "eth0")
                .refused("10.0.0.2")
                .halfSeen()
                .waits(Protocol.TCP, "127.0.0.1", 80, null, 7, "redis"));
        assertEquals(Certainty.LIKELY, finding.certainty());
        assertTrue(finding.title().contains("most likely"), finding::title);
    }

    @Test
    void itDoesNotFireOnTheOtherFamilyOnAllAddressesOrElsewhere() {
        assertTrue(examine(Scene.tcp("::1", 80).refused("::1").listens(80)).isEmpty());
        assertTrue(examine(Scene.tcp("127.0.0.1", 80).refused("127.0.0.1").listens(80))
                .isEmpty());
        assertTrue(examine(Scene.tcp("10.0.0.9", 80)
                        .refused("10.0.0.9")
                        .waits(Protocol.TCP, "127.0.0.1", 80, null, 7, "redis"))
                .isEmpty());
    }

    @Test
    void aHealthyProbeHasNoFinding() {
        assertTrue(examine(Scene.tcp("127.0.0.1", 80).open("127.0.0.1").listens(80))
                .isEmpty());
    }
}
