package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.net.Protocol;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosedAtOnceTest {
    private static Optional<Finding> examine(Scene scene) {
        return new ClosedAtOnce().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    private static Scene closed(Fault fault) {
        return Scene.tcp("127.0.0.1", 8080).open("127.0.0.1").heard(Bytes.EMPTY, fault);
    }

    @Test
    void behindAForwarderMostLikelyNobodyAnswers() {
        Finding finding = found(
                closed(new Fault.ResetBeforeData()).waits(Protocol.TCP, "0.0.0.0", 8080, null, 50, "docker-proxy"));
        assertEquals(
                "The port is taken by a forwarder, and most likely nothing answers behind it (pid 50, docker-proxy)",
                finding.title());
        assertEquals(Certainty.LIKELY, finding.certainty());
        assertTrue(String.valueOf(finding.remedies().getFirst().command()).startsWith("docker ps"));
    }

    @Test
    void ofAnotherProgramItIsOneOfSeveral() {
        Finding finding = found(closed(new Fault.ClosedBeforeData()).listens(8080));
        assertEquals(Certainty.POSSIBLE, finding.certainty());
        assertTrue(finding.title().contains("(pid 4321, nginx)"), finding::title);
        assertEquals(
                "journalctl --since -10min _PID=4321",
                finding.remedies().getFirst().command());
    }

    @Test
    void ofAnotherMachineItIsSaidThatTheProgramIsNotKnown() {
        Finding finding =
                found(Scene.tcp("10.0.0.9", 80).open("10.0.0.9").heard(Bytes.EMPTY, new Fault.ResetBeforeData()));
        assertTrue(finding.because().toString().contains("not known: which program it is"));
    }

    @Test
    void inTheHandshakeTheRemedyIsToLeaveTlsOut() {
        Finding finding = found(Scene.tcp("127.0.0.1", 8080).open("127.0.0.1").inTls(null, new Fault.TlsClosed()));
        assertTrue(finding.remedies().getLast().text().endsWith("probe it without TLS"));
    }

    @Test
    void itDoesNotFireOnAnAnswerOrARefusal() {
        assertTrue(examine(closed(new Fault.ReadTimeout())).isEmpty());
        assertTrue(examine(Scene.tcp("127.0.0.1", 8080).open("127.0.0.1")).isEmpty());
        assertTrue(examine(Scene.tcp("127.0.0.1", 8080).refused("127.0.0.1")).isEmpty());
    }
}
