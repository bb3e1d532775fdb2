package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Route;
import dev.porthole.diagnosis.Scene;
import dev.porthole.net.SocketState;
import dev.porthole.probe.Fault;
import dev.porthole.sockets.Figure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static Optional<Finding> examine(Scene scene) {
        return new Silence().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    private static Scene silent() {
        return Scene.tcp("10.0.0.9", 80).own("10.0.0.2", "eth0").silent("10.0.0.9");
    }

    private static Scene onLink() {
        return silent().route("10.0.0.0/24", null, Route.Kind.FORWARDS);
    }

    @Test
    void withoutAnAnswerToArpNoMachineHasTheAddress() {
        Finding finding = found(onLink().neighbour("10.0.0.9", false));
        assertEquals("host-down", finding.code());
        assertEquals(Certainty.PROVEN, finding.certainty());
        assertTrue(finding.title().startsWith("No machine with the address 10.0.0.9 answers"), finding::title);
    }

    @Test
    void theKernelsOwnWordForThatIsHostUnreachable() {
        assertEquals(
                "host-down",
                found(Scene.tcp("10.0.0.9", 80)
                                .failed("10.0.0.9", new Fault.HostUnreachable(), Duration.ofMillis(3070))
                                .route("10.0.0.0/24", null, Route.Kind.FORWARDS)
                                .neighbour("10.0.0.9", false))
                        .code());
    }

    @Test
    void aDeadGatewayIsNamed() {
        Finding finding = found(Scene.tcp("192.0.2.7", 80)
                .silent("192.0.2.7")
                .route("0.0.0.0/0", "10.0.0.1", Route.Kind.FORWARDS)
                .neighbour("10.0.0.1", false));
        assertTrue(finding.title().startsWith("The gateway 10.0.0.1 towards 192.0.2.7 does not answer"));
    }

    @Test
    void aMachineThatAnswersArpIsUpSoThePortIsFiltered() {
        Finding finding = found(onLink().neighbour("10.0.0.9", true));
        assertEquals("filtered", finding.code());
        assertEquals(Certainty.LIKELY, finding.certainty());
    }

    @Test
    void aGatewayThatAnswersSaysNothingOfTheHostBehindIt() {
        assertEquals(
                "silent",
                found(silent().route("0.0.0.0/0", "10.0.0.1", Route.Kind.FORWARDS)
                                .neighbour("10.0.0.1", true))
                        .code());
    }

    @Test
    void aSecondPortThatAnswersTellsThatTheHostIsUp() {
        Finding finding = found(silent().otherPort("10.0.0.9", 22, false));
        assertEquals("filtered", finding.code());
        assertTrue(finding.because().toString().contains("its port 22 refused a call"));
        assertTrue(finding.because().contains("its ports 22, 80, 443 were called once each, meanwhile"));
    }

    @Test
    void inASeriesTheCallsOfAnEarlierProbeStillTell() {
        Finding finding = found(silent().otherPortEarlier("10.0.0.9"));
        assertEquals("filtered", finding.code());
        assertTrue(finding.because()
                .contains("its ports 22, 80, 443 were called once each, earlier in this series, and not again"));
    }

    @Test
    void thatNobodyElseWasCalledIsSaidToo() {
        Finding off = found(silent().otherPortsUnknown("they were not called, that is switched off"));
        assertTrue(off.because()
                .contains("not known: whether other ports of it answer (they were not called, that is switched off)"));
        assertTrue(found(silent().noOtherPort("10.0.0.8")).because().contains("other ports of it were not called"));
    }

    @Test
    void withoutAnySignItIsPossibleOnlyAndSaysWhatIsNotKnown() {
        Finding finding = found(silent().factsUnknown());
        assertEquals("silent", finding.code());
        assertEquals(Certainty.POSSIBLE, finding.certainty());
        assertTrue(finding.because().toString().contains("not known: whether other ports of it answer"));
        assertTrue(finding.because().toString().contains("not known: whether it answers ARP"));
        assertTrue(found(silent().noOtherPort("10.0.0.9"))
                .because()
                .toString()
                .contains("they did not answer either in 1"));
    }

    @Test
    void theKernelsRepeatedSynIsEvidence() {
        Finding finding = found(silent().ours(SocketState.SYN_SENT, Figure.RETRANSMITS, 1));
        assertTrue(finding.because().contains("this machine sent its SYN again 1 time"));
    }

    @Test
    void itDoesNotFireOnARefusalTheOwnMachineOrAHealthyProbe() {
        assertTrue(examine(Scene.tcp("10.0.0.9", 80).refused("10.0.0.9")).isEmpty());
        assertTrue(examine(Scene.tcp("127.0.0.1", 80).silent("127.0.0.1")).isEmpty());
        assertTrue(
                examine(Scene.tcp("h", 80).silent("10.0.0.9").open("10.0.0.8")).isEmpty());
        assertTrue(examine(Scene.tcp("10.0.0.9", 80).failed("10.0.0.9", new Fault.HostUnreachable()))
                .isEmpty());
    }
}
