package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.net.Protocol;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtherFamilyTest {
    private static Optional<Finding> examine(Scene scene) {
        return new OtherFamily().examine(scene.evidence());
    }

    @Test
    void aListenerOnIpv4OnlyIsDeafToTheIpv6AddressThatTheNameGaveFirst() {
        Finding finding = examine(Scene.tcp("localhost", 1000)
                        .refused("::1")
                        .refused("127.0.0.1")
                        .waits(Protocol.TCP, "0.0.0.0", 1000, null, 4321, "nginx"))
                .orElseThrow();
        assertEquals("localhost is ::1 first; your listener is on 0.0.0.0 only (pid 4321, nginx)", finding.title());
        assertEquals(Certainty.PROVEN, finding.certainty());
        assertEquals(2, finding.pointers().size());
    }

    @Test
    void itIsToldAlsoWhereTheOtherFamilyAnsweredInTheEnd() {
        assertTrue(examine(Scene.tcp("localhost", 1000)
                        .refused("::1")
                        .open("127.0.0.1")
                        .waits(Protocol.TCP, "127.0.0.1", 1000, null, 1, "x"))
                .isPresent());
    }

    @Test
    void aListenerOnIpv6OnlyIsDeafToIpv4() {
        Finding finding = examine(Scene.tcp("127.0.0.1", 2000)
                        .refused("127.0.0.1")
                        .waits(Protocol.TCP6, "::", 2000, true, 5, "java"))
                .orElseThrow();
        assertEquals("127.0.0.1 is IPv4; your listener is on :: only (pid 5, java)", finding.title());
    }

    @Test
    void aDualStackListenerServesBoth() {
        assertTrue(examine(Scene.tcp("127.0.0.1", 2000)
                        .refused("127.0.0.1")
                        .waits(Protocol.TCP6, "::", 2000, false, 5, "java"))
                .isEmpty());
    }

    @Test
    void whereTheSystemDoesNotTellOfDualStackNothingIsProven() {
        assertTrue(examine(Scene.tcp("127.0.0.1", 2000)
                        .refused("127.0.0.1")
                        .waits(Protocol.TCP6, "::", 2000, null, 5, "java"))
                .isEmpty());
    }

    @Test
    void theAddressThatIsServedIsTheListenersOwnWhereItHasOne() {
        Finding finding = examine(
                        Scene.tcp("::1", 1000).refused("::1").waits(Protocol.TCP, "10.0.0.2", 1000, null, 1, "x"))
                .orElseThrow();
        assertEquals(
                "Call the address that is served: 10.0.0.2",
                finding.remedies().getFirst().text());
    }

    @Test
    void whereBothFamiliesOfTheNameLeadToNoListenerItIsTheAddress() {
        assertTrue(examine(Scene.tcp("localhost", 1000)
                        .refused("::1")
                        .refused("127.0.0.1")
                        .waits(Protocol.TCP, "10.0.0.2", 1000, null, 1, "x"))
                .isEmpty());
    }

    @Test
    void itDoesNotFireWhereNothingListensOrAnotherMachineRefused() {
        assertTrue(examine(Scene.tcp("localhost", 1000).refused("::1")).isEmpty());
        assertTrue(examine(Scene.tcp("2001:db8::1", 1000)
                        .refused("2001:db8::1")
                        .waits(Protocol.TCP, "0.0.0.0", 1000, null, 1, "x"))
                .isEmpty());
    }

    @Test
    void aHealthyProbeHasNoFinding() {
        assertTrue(examine(Scene.tcp("127.0.0.1", 1000)
                        .open("127.0.0.1")
                        .waits(Protocol.TCP, "0.0.0.0", 1000, null, 1, "x"))
                .isEmpty());
    }
}
