package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.BindQuestion;
import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.HostFacts;
import dev.porthole.diagnosis.LocalAddress;
import dev.porthole.diagnosis.Platform;
import dev.porthole.diagnosis.Scene;
import dev.porthole.diagnosis.Told;
import dev.porthole.net.IpAddress;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CannotBindTest {
    private static final HostFacts.Limits USER =
            new HostFacts.Limits(Told.of(Scene.ports()), Told.unknown("not asked"), Told.of(false));

    private static List<Finding> findings(Scene scene, int port, @Nullable String address) {
        return findings(scene, port, address, USER);
    }

    private static List<Finding> findings(Scene scene, int port, @Nullable String address, HostFacts.Limits limits) {
        Optional<IpAddress> ip = Optional.ofNullable(address).flatMap(IpAddress::parse);
        var own = List.of(new LocalAddress(IpAddress.parse("10.0.0.2").orElseThrow(), "eth0"));
        return CannotBind.findings(
                new BindQuestion(false, port, ip), scene.snapshot(), Told.of(own), limits, Platform.LINUX);
    }

    private static Scene machine() {
        return Scene.tcp("localhost", 1);
    }

    @Test
    void whoHasThePortIsNamed() {
        Finding finding = findings(machine().listens(8080), 8080, null).getFirst();
        assertEquals("TCP port 8080 is in use: 0.0.0.0:8080 (pid 4321, nginx) has it (EADDRINUSE)", finding.title());
        assertEquals(Certainty.PROVEN, finding.certainty());
    }

    @Test
    void anotherAddressOrTransportIsNotInTheWay() {
        Scene loopback = machine().waits(Protocol.TCP, "127.0.0.1", 8080, null, 1, "x");
        assertTrue(findings(loopback, 8080, "10.0.0.2").isEmpty());
        assertEquals(1, findings(loopback, 8080, null).size());
        assertTrue(findings(machine().waits(Protocol.UDP, "0.0.0.0", 8080, null, 1, "x"), 8080, null)
                .isEmpty());
    }

    @Test
    void aPrivilegedPortIsProvenWhereTheRightsAreKnownElseLikely() {
        assertEquals("port-privileged", findings(machine(), 80, null).getFirst().code());
        assertEquals(Certainty.PROVEN, findings(machine(), 80, null).getFirst().certainty());
        var unknown = HostFacts.Limits.unknown("it is read on Linux only");
        Finding likely = findings(machine(), 80, null, unknown).getFirst();
        assertEquals(Certainty.LIKELY, likely.certainty());
        assertTrue(likely.because().toString().contains("not known: the rules for ports"));
    }

    @Test
    void rootMayBindAnyPort() {
        var root = new HostFacts.Limits(Told.of(Scene.ports()), Told.unknown("not asked"), Told.of(true));
        assertTrue(findings(machine(), 80, null, root).isEmpty());
    }

    @Test
    void timeWaitIsLikely() {
        Finding finding = findings(machine().connected(SocketState.TIME_WAIT, 8080, 5000), 8080, null)
                .getFirst();
        assertEquals("port-in-time-wait", finding.code());
        assertEquals(Certainty.LIKELY, finding.certainty());
    }

    @Test
    void aConnectionFromThatPortIsLikely() {
        assertEquals(
                "port-taken-by-connection",
                findings(machine().connected(SocketState.ESTABLISHED, 8080, 5000), 8080, null)
                        .getFirst()
                        .code());
    }

    @Test
    void anAddressThatIsNotOursIsProven() {
        Finding finding = findings(machine(), 8080, "192.0.2.9").getFirst();
        assertEquals("No interface of this machine has the address 192.0.2.9 (EADDRNOTAVAIL)", finding.title());
        assertTrue(findings(machine(), 8080, "10.0.0.2").isEmpty());
    }

    @Test
    void aPortThatIsHandedOutIsANoteOnly() {
        Finding finding = findings(machine(), 40_000, null).getFirst();
        assertEquals("port-handed-out", finding.code());
        assertEquals(Certainty.POSSIBLE, finding.certainty());
    }

    @Test
    void aFreePortHasNoFinding() {
        assertTrue(findings(machine().listens(80), 8080, null).isEmpty());
    }
}
