package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListenerGoneTest {
    private static Optional<Finding> examine(Scene scene) {
        return new ListenerGone().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    @Test
    void whoListenedBeforeIsNamed() {
        Finding finding = found(Scene.tcp("127.0.0.1", 80).refused("127.0.0.1").waitedEarlier(80, 99, "java"));
        assertEquals("The listener on TCP port 80 is gone since it was last seen (pid 99, java)", finding.title());
        assertEquals(Certainty.PROVEN, finding.certainty());
        assertEquals(
                "journalctl --since -10min _PID=99",
                finding.remedies().getFirst().command());
    }

    @Test
    void withHalfOfTheSocketsItIsLikely() {
        Finding finding = found(Scene.tcp("127.0.0.1", 80)
                .refused("127.0.0.1")
                .waitedEarlier(80, 99, "java")
                .halfSeen());
        assertEquals(Certainty.LIKELY, finding.certainty());
        assertTrue(finding.title().contains("most likely gone"), finding::title);
    }

    @Test
    void itDoesNotFireWhileSomebodyListensOrNobodyEverDid() {
        assertTrue(examine(Scene.tcp("::1", 80).refused("::1").listens(80).waitedEarlier(80, 99, "java"))
                .isEmpty());
        assertTrue(examine(Scene.tcp("127.0.0.1", 80).refused("127.0.0.1")).isEmpty());
        assertTrue(examine(Scene.tcp("127.0.0.1", 80).open("127.0.0.1").waitedEarlier(80, 99, "java"))
                .isEmpty());
    }
}
