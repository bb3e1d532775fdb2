package dev.porthole.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EarlierTest {
    private static final Instant NOW = Instant.EPOCH.plusSeconds(5);

    private static Seen.Earlier earlier(Scene scene, Instant time) {
        return new Seen.Earlier(Waiting.on(scene.snapshot(), 80).getFirst(), time);
    }

    private static Scene listener() {
        return Scene.tcp("localhost", 80).listens(80);
    }

    @Test
    void aKnownProcessIsNotForgottenByALookThatStillSearches() {
        Seen.Earlier known = earlier(listener(), Instant.EPOCH);
        Seen.Earlier both = known.then(earlier(listener().searchedFor(), NOW));
        assertEquals("pid 4321, nginx", both.waiting().owner());
        assertEquals(NOW, both.time());
    }

    @Test
    void anotherSocketIsNotTakenForTheSame() {
        Seen.Earlier known = earlier(listener(), Instant.EPOCH);
        Seen.Earlier other = earlier(
                Scene.tcp("localhost", 80)
                        .waits(Protocol.TCP, "127.0.0.1", 80, null, 7, "java")
                        .searchedFor(),
                NOW);
        assertEquals(other, known.then(other));
    }

    @Test
    void aLaterAnswerCounts() {
        Seen.Earlier later = earlier(listener().hidden(), NOW);
        assertEquals(later, earlier(listener(), Instant.EPOCH).then(later));
    }
}
