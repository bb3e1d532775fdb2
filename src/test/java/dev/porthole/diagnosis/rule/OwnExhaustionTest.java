package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.net.SocketState;
import dev.porthole.probe.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnExhaustionTest {
    private static Optional<Finding> examine(Scene scene) {
        return new OwnExhaustion().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    @Test
    void withoutALocalPortThatIsProvenWithItsFigures() {
        Finding finding = found(Scene.tcp("10.0.0.9", 80)
                .failed("10.0.0.9", new Fault.LocalPortsExhausted())
                .connected(SocketState.TIME_WAIT, 40_000, 80)
                .connected(SocketState.ESTABLISHED, 40_001, 80));
        assertEquals("local-ports-exhausted", finding.code());
        assertEquals(Certainty.PROVEN, finding.certainty());
        assertTrue(finding.because().contains("it hands out 28232 ports, 32768 to 60999"));
        assertTrue(finding.because()
                .toString()
                .contains("2 sockets of this machine go to port 80, 1 of them in TIME_WAIT"));
    }

    @Test
    void withoutADescriptorNothingIsKnownOfTheTarget() {
        Finding finding = found(Scene.tcp("10.0.0.9", 80)
                .failed("10.0.0.9", new Fault.DescriptorsExhausted())
                .ownFiles(256, 256));
        assertTrue(finding.title().endsWith("of the target nothing is known"), finding::title);
        assertTrue(finding.because().contains("256 of 256 descriptors of this process are in use"));
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertTrue(found(Scene.tcp("10.0.0.9", 80)
                        .failed("10.0.0.9", new Fault.LocalPortsExhausted())
                        .factsUnknown())
                .because()
                .toString()
                .contains("not known: which ports it hands out"));
    }

    @Test
    void otherFaultsAndHealthAreNone() {
        assertTrue(examine(Scene.tcp("10.0.0.9", 80).refused("10.0.0.9")).isEmpty());
        assertTrue(examine(Scene.tcp("10.0.0.9", 80).open("10.0.0.9").ownFiles(256, 256))
                .isEmpty());
    }
}
