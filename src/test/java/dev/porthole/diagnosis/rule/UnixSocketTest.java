package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.probe.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnixSocketTest {
    private static Optional<Finding> examine(Scene scene) {
        return new UnixSocket().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    private static Scene called(Fault fault) {
        return Scene.unix("/run/app.sock").path(fault);
    }

    @Test
    void aMissingSocketIsProvenAndItsLikesAreNamed() {
        Finding finding = found(called(new Fault.UnixNotFound()).unixListeners("/run/app/app.sock"));
        assertEquals(
                "There is no socket /run/app.sock: the service does not run, or has it elsewhere", finding.title());
        assertTrue(finding.because().toString().contains("listened on at /run/app/app.sock"));
    }

    @Test
    void aFileDeletedUnderItsListenerIsTold() {
        assertEquals(
                "The socket file /run/app.sock was deleted while its listener runs on",
                found(called(new Fault.UnixNotFound()).unixListeners("/run/app.sock"))
                        .title());
    }

    @Test
    void aFileWithoutAListenerIsStale() {
        Finding finding = found(called(new Fault.ConnectRefused()).unixListeners("/run/other.sock"));
        assertEquals("unix-stale", finding.code());
        assertEquals(Certainty.PROVEN, finding.certainty());
    }

    @Test
    void withoutTheListThatIsLikelyAndSaid() {
        Finding finding = found(called(new Fault.ConnectRefused()));
        assertEquals(Certainty.LIKELY, finding.certainty());
        assertTrue(finding.title().contains("most likely stale"), finding::title);
        assertTrue(finding.because().toString().contains("not known: who listens on which path"));
    }

    @Test
    void permissionTypeLoopAndQueueEachHaveTheirOwn() {
        assertEquals(
                "the socket is rw------- root",
                found(called(new Fault.UnixForbidden("rw------- root")))
                        .because()
                        .getFirst());
        assertEquals(
                "unix-not-a-socket", found(called(new Fault.UnixNotASocket())).code());
        assertEquals("unix-wrong-type", found(called(new Fault.UnixWrongType())).code());
        assertEquals("unix-loop", found(called(new Fault.UnixLoop())).code());
        assertEquals("unix-queue-full", found(called(new Fault.UnixQueueFull())).code());
    }

    @Test
    void aPathIsQuotedForTheShell() {
        Finding finding = found(Scene.unix("/tmp/a'b").path(new Fault.UnixNotASocket()));
        assertEquals("stat '/tmp/a'\\''b'", finding.remedies().getFirst().command());
    }

    @Test
    void aHostIsNone() {
        assertTrue(examine(Scene.tcp("127.0.0.1", 80).refused("127.0.0.1")).isEmpty());
    }
}
