package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Pointer;
import dev.porthole.diagnosis.Scene;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WrongProtocolTest {
    private static Optional<Finding> examine(Scene scene) {
        return new WrongProtocol().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    private static Scene answered(String answer, @Nullable Fault fault) {
        return Scene.tcp("127.0.0.1", 443).open("127.0.0.1").listens(443).heard(Bytes.utf8(answer), fault);
    }

    @Test
    void plaintextWhereTlsWasSpokenIsProvenAndNamed() {
        Finding finding = found(Scene.tcp("127.0.0.1", 22)
                .open("127.0.0.1")
                .inTls(null, new Fault.NotTls(Bytes.utf8("SSH-2.0-OpenSSH_9.2\r\n"))));
        assertEquals(
                "The server on TCP port 22 does not speak TLS here: it greets like an SSH server", finding.title());
        assertEquals(Certainty.PROVEN, finding.certainty());
        assertEquals(List.of(new Pointer.ToPhase(2)), finding.pointers());
    }

    @Test
    void aTlsAlertWherePlaintextWasSpokenIsProven() {
        Finding finding = found(Scene.tcp("127.0.0.1", 443)
                .open("127.0.0.1")
                .heard(Bytes.of((byte) 0x15, (byte) 3, (byte) 1, (byte) 0, (byte) 2), new Fault.Mismatch()));
        assertEquals("The server on TCP port 443 speaks TLS, and was spoken to in plaintext", finding.title());
    }

    @Test
    void aWebServerThatSaysSoIsProven() {
        assertEquals(
                "tls-on-plaintext",
                found(answered(
                                "HTTP/1.1 400 Bad Request\r\n\r\nThe plain HTTP request was sent to HTTPS port",
                                new Fault.Mismatch()))
                        .code());
    }

    @Test
    void anotherServicesGreetingIsLikely() {
        Finding finding = found(answered("SSH-2.0-OpenSSH_9.2\r\n", new Fault.Mismatch()));
        assertEquals("Most likely another service is on TCP port 443: it answers like an SSH server", finding.title());
        assertEquals(Certainty.LIKELY, finding.certainty());
        assertEquals(2, finding.pointers().size());
    }

    @Test
    void anUnknownAnswerAndARightOneAreNone() {
        assertTrue(examine(answered("hello", new Fault.Mismatch())).isEmpty());
        assertTrue(examine(answered("SSH-2.0-OpenSSH_9.2\r\n", null)).isEmpty());
        assertTrue(examine(answered("", new Fault.ReadTimeout())).isEmpty());
    }
}
