package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostsOverrideTest {
    private static Optional<Finding> examine(Scene scene) {
        return new HostsOverride().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    @Test
    void aLineOfTheHostsFileThatLeadsNowhereIsPointedAt() {
        Finding finding = found(Scene.tcp("db", 80).silent("10.9.9.9").hosts(7, "10.9.9.9"));
        assertEquals("The hosts file of this machine sends db to 10.9.9.9, which may be out of date", finding.title());
        assertEquals(Certainty.POSSIBLE, finding.certainty());
        assertEquals("sed -n 7p /etc/hosts", finding.remedies().get(1).command());
    }

    @Test
    void itDoesNotFireOnLoopbackOtherAddressesOrAHealthyProbe() {
        assertTrue(examine(Scene.tcp("localhost", 80).refused("127.0.0.1").hosts(1, "127.0.0.1"))
                .isEmpty());
        assertTrue(examine(Scene.tcp("db", 80).silent("10.9.9.8").hosts(7, "10.9.9.9"))
                .isEmpty());
        assertTrue(examine(Scene.tcp("db", 80).open("10.9.9.9").hosts(7, "10.9.9.9"))
                .isEmpty());
        assertTrue(
                examine(Scene.tcp("db", 80).silent("10.9.9.9").factsUnknown()).isEmpty());
    }
}
