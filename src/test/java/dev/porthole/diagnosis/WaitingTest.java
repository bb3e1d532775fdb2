package dev.porthole.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WaitingTest {
    private static Waiting first(Scene scene) {
        return Waiting.on(scene.snapshot(), 80).getFirst();
    }

    private static Scene listener() {
        return Scene.tcp("localhost", 80).listens(80);
    }

    @Test
    void theProcessIsNamedOrWhyItIsNot() {
        assertEquals("pid 4321, nginx", first(listener()).owner());
        assertEquals(
                "the process belongs to another user; root sees it",
                first(listener().hidden()).owner());
    }

    @Test
    void aProcessThatIsStillLookedForIsNotCalledOutOfView() {
        Waiting waiting = first(listener().searchedFor());
        assertTrue(waiting.isSearchedFor());
        assertEquals("its process was not found in time", waiting.owner());
    }
}
