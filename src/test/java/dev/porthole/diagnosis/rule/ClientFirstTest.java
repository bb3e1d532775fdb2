package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientFirstTest {
    private static Optional<Finding> examine(Scene scene) {
        return new ClientFirst().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    private static Scene silent(int port) {
        return Scene.tcp("127.0.0.1", port).open("127.0.0.1").listens(port);
    }

    private static final Duration WAIT = Duration.ofSeconds(2);

    @Test
    void aServerThatWasToldNothingMostLikelyWaits() {
        Finding finding = found(silent(80).heard(Bytes.EMPTY, new Fault.ReadTimeout(), WAIT));
        assertEquals("The server on TCP port 80 most likely waits for the client to speak first", finding.title());
        assertEquals(Certainty.LIKELY, finding.certainty());
        assertTrue(finding.because().contains("the listener there is 0.0.0.0:80 (pid 4321, nginx)"));
        assertTrue(finding.because().contains("port 80 is usually http, where the client speaks first"));
    }

    @Test
    void onAPortOfTlsThatIsTheRemedy() {
        assertEquals(
                "Probe it with TLS",
                found(silent(443).heard(Bytes.EMPTY, new Fault.ReadTimeout(), WAIT))
                        .remedies()
                        .getFirst()
                        .text());
    }

    @Test
    void aTextWithoutItsLineBreakIsLikelyTheReason() {
        Finding finding = found(silent(80).sent("GET /").heard(Bytes.EMPTY, new Fault.ReadTimeout(), WAIT));
        assertEquals("line-not-ended", finding.code());
        assertEquals(
                "End the text with \\r\\n (an HTTP request with an empty line)",
                finding.remedies().getFirst().text());
    }

    @Test
    void aWholeTextWithoutAnAnswerIsOneOfSeveral() {
        Finding finding = found(silent(80).sent("GET /\r\n").heard(Bytes.EMPTY, new Fault.ReadTimeout(), WAIT));
        assertEquals(Certainty.POSSIBLE, finding.certainty());
    }

    @Test
    void itLeavesAProgramThatTakesNoConnectionsToItsRule() {
        assertTrue(examine(silent(80)
                        .heard(Bytes.EMPTY, new Fault.ReadTimeout(), WAIT)
                        .health(4321, 'T', 1, 1024))
                .isEmpty());
    }

    @Test
    void anAnswerIsNone() {
        assertTrue(examine(silent(80).heard(Bytes.utf8("x"), null)).isEmpty());
        assertTrue(examine(silent(80).heard(Bytes.utf8("x"), new Fault.ReadTimeoutPartial()))
                .isEmpty());
    }
}
