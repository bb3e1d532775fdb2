package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.net.Protocol;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotAcceptingTest {
    private static Optional<Finding> examine(Scene scene) {
        return new NotAccepting().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    @Test
    void aStoppedProcessIsProven() {
        Finding finding = found(Scene.tcp("127.0.0.1", 80)
                .silent("127.0.0.1")
                .listens(80)
                .queue(6, 5)
                .health(4321, 'T', 5, 1024));
        assertEquals("listener-stopped", finding.code());
        assertEquals(
                "The process that listens on port 80 is stopped and takes no connections (pid 4321, nginx)",
                finding.title());
        assertEquals("kill -CONT 4321", finding.remedies().getFirst().command());
        assertEquals(Certainty.PROVEN, finding.certainty());
    }

    @Test
    void aStoppedProcessIsToldAlsoWhereTheKernelMadeTheConnection() {
        assertEquals(
                "listener-stopped",
                found(Scene.tcp("127.0.0.1", 80)
                                .open("127.0.0.1")
                                .heard(Bytes.EMPTY, new Fault.ReadTimeout())
                                .listens(80)
                                .health(4321, 'T', 5, 1024))
                        .code());
    }

    @Test
    void aProcessAtItsLimitOfDescriptorsIsProven() {
        Finding finding = found(Scene.tcp("127.0.0.1", 80)
                .open("127.0.0.1")
                .heard(Bytes.EMPTY, new Fault.ReadTimeout())
                .listens(80)
                .queue(2, 128)
                .health(4321, 'S', 1024, 1024));
        assertEquals("listener-descriptors", finding.code());
        assertTrue(finding.because().contains("1024 of 1024 descriptors are in use"));
    }

    @Test
    void aFullQueueIsProven() {
        Finding finding = found(Scene.tcp("127.0.0.1", 80)
                .silent("127.0.0.1")
                .listens(80)
                .queue(6, 5)
                .counted("ListenOverflows", 3)
                .health(4321, 'S', 5, 1024));
        assertEquals("accept-queue-full", finding.code());
        assertTrue(finding.because().toString().contains("grew by 3"));
        assertTrue(finding.because().toString().contains("6 waiting, backlog 5"));
    }

    @Test
    void aConnectionThatTheProgramHasNotTakenIsProven() {
        Finding finding = found(Scene.tcp("127.0.0.1", 80)
                .open("127.0.0.1")
                .heard(Bytes.EMPTY, new Fault.ReadTimeout())
                .listens(80)
                .queue(1, 5)
                .notAccepted(80));
        assertEquals("not-accepting", finding.code());
    }

    @Test
    void whatIsNotKnownOfTheProcessIsSaid() {
        Scene full = Scene.tcp("127.0.0.1", 80).silent("127.0.0.1").listens(80).queue(6, 5);
        assertTrue(found(full.healthUnknown(4321, "it belongs to another user"))
                .because()
                .toString()
                .contains("not known: the state of pid 4321 (it belongs to another user)"));
        assertTrue(found(full.hidden()).because().toString().contains("not known: whether its process is stopped"));
    }

    @Test
    void itDoesNotFireOnRoomInTheQueueAnotherMachineOrAHealthyProbe() {
        assertTrue(examine(Scene.tcp("127.0.0.1", 80)
                        .silent("127.0.0.1")
                        .listens(80)
                        .queue(0, 5))
                .isEmpty());
        assertTrue(
                examine(Scene.tcp("10.0.0.9", 80).silent("10.0.0.9").listens(80).queue(6, 5))
                        .isEmpty());
        assertTrue(examine(Scene.tcp("127.0.0.1", 80)
                        .open("127.0.0.1")
                        .listens(80)
                        .queue(6, 5)
                        .health(4321, 'T', 5, 1024))
                .isEmpty());
    }

    @Test
    void aServerThatTookTheConnectionAndIsSilentIsNoCaseOfIt() {
        assertTrue(examine(Scene.tcp("127.0.0.1", 80)
                        .open("127.0.0.1")
                        .heard(Bytes.EMPTY, new Fault.ReadTimeout())
                        .listens(80)
                        .queue(0, 5))
                .isEmpty());
    }

    @Test
    void aFullQueueIsToldThoughAnotherAddressOfTheNameAnswered() {
        Scene silent = Scene.tcp("localhost", 80).silent("::1").open("127.0.0.1");
        Scene overtaken = Scene.tcp("localhost", 80).overtaken("::1").open("127.0.0.1");
        for (Scene scene : List.of(silent, overtaken)) {
            Scene full = scene.listens(80)
                    .waits(Protocol.TCP6, "::1", 80, true, 7, "java")
                    .queue(6, 5);
            assertEquals("accept-queue-full", found(full).code());
            assertTrue(found(full).title().contains("pid 7, java"), found(full)::title);
            assertTrue(new LocalFirewall().examine(full.evidence()).isEmpty());
        }
    }

    @Test
    void anAddressThatWasOvertakenIsNoFindingWhileThereIsRoomInItsQueue() {
        assertTrue(examine(Scene.tcp("localhost", 80)
                        .overtaken("::1")
                        .open("127.0.0.1")
                        .listens(80)
                        .waits(Protocol.TCP6, "::1", 80, true, 7, "java")
                        .queue(0, 5))
                .isEmpty());
    }
}
