package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.probe.Address;
import dev.porthole.probe.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameTroubleTest {
    private static Optional<Finding> examine(Scene scene) {
        return new NameTrouble().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    private static Scene of(Fault fault) {
        return Scene.tcp("db.invalid", 5432).name(fault);
    }

    @Test
    void aNameThatDoesNotExistIsProven() {
        Finding finding = found(of(new Fault.NameNotFound("db.invalid")).nameServer("10.0.0.53"));
        assertEquals("The name db.invalid does not exist: nothing was called", finding.title());
        assertEquals(Certainty.PROVEN, finding.certainty());
        assertTrue(finding.because().toString().contains("the hosts file does not have it"));
        assertTrue(finding.because().toString().contains("10.0.0.53"));
    }

    @Test
    void aSilentNameServerIsLikely() {
        Finding finding = found(of(new Fault.NameTimeout("db.invalid")).nameServer("10.0.0.53"));
        assertEquals(Certainty.LIKELY, finding.certainty());
        assertTrue(finding.title().contains("most likely does not answer"), finding::title);
        assertEquals(
                "dig +time=2 @10.0.0.53 db.invalid", finding.remedies().get(1).command());
    }

    @Test
    void aNameServerThatFailsIsNoMissingName() {
        Finding finding = found(of(new Fault.NameServerFailed("db.invalid")).factsUnknown());
        assertEquals("name-server-failed", finding.code());
        assertTrue(finding.because().toString().contains("not known: the name servers"));
    }

    @Test
    void aNameOfOneFamilyIsToldToWhoAskedForTheOther() {
        Finding finding = found(of(new Fault.NoAddressOfFamily("db.invalid", Address.Family.IPV6)));
        assertEquals("The name db.invalid has only IPv4 addresses, and IPv6 was asked for", finding.title());
    }

    @Test
    void aCommandIsMadeOfPlainNamesOnly() {
        Finding finding = found(Scene.tcp("$(x)", 1).name(new Fault.NameNotFound("$(x)")));
        assertTrue(finding.remedies().stream().allMatch(remedy -> remedy.command() == null));
    }

    @Test
    void itDoesNotFireWhereTheNameWasFound() {
        assertTrue(examine(Scene.tcp("localhost", 80).refused("127.0.0.1")).isEmpty());
        assertTrue(examine(Scene.tcp("localhost", 80).open("127.0.0.1")).isEmpty());
    }
}
