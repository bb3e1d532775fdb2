package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.net.SocketState;
import dev.porthole.probe.Bytes;
import dev.porthole.sockets.Figure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlowTest {
    private static Optional<Finding> examine(Scene scene) {
        return new Slow().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    private static final Duration LONG = Duration.ofMillis(1500);
    private static final Duration LIMIT = Duration.ofMillis(500);

    @Test
    void aConnectionAfterASecondLostItsFirstSyn() {
        Finding finding = found(Scene.tcp("10.0.0.9", 80)
                .open("10.0.0.9", Duration.ofMillis(1030))
                .slowFrom(LIMIT));
        assertTrue(finding.title().startsWith("Most likely the first SYN was lost"), finding::title);
        assertEquals(Certainty.LIKELY, finding.certainty());
    }

    @Test
    void aConnectionThatTookItsTimeIsTheNetwork() {
        Finding finding = found(Scene.tcp("10.0.0.9", 80)
                .open("10.0.0.9", Duration.ofMillis(600))
                .slowFrom(LIMIT));
        assertEquals("slow-network", finding.code());
        assertEquals(Certainty.PROVEN, finding.certainty());
    }

    @Test
    void timeThatWasLostAtAnotherAddressIsNotTheNetworks() {
        Finding finding = found(Scene.tcp("db.example", 80)
                .overtaken("2001:db8::9")
                .open("10.0.0.9")
                .slowFrom(Duration.ofMillis(100)));
        assertEquals("slow-address", finding.code());
        assertTrue(finding.title().contains("2001:db8::9 was called before 10.0.0.9"), finding::title);
        assertTrue(finding.because().getFirst().contains("2001:db8::9 was waited for 250 ms"));
    }

    @Test
    void aSlowConnectionWithinThisMachineIsNotTheNetwork() {
        Finding finding = found(Scene.tcp("127.0.0.1", 80)
                .open("127.0.0.1", Duration.ofMillis(600))
                .slowFrom(LIMIT));
        assertEquals("slow-here", finding.code());
        assertEquals(Certainty.LIKELY, finding.certainty());
    }

    @Test
    void aLateFirstByteOverAFastNetworkIsTheServer() {
        Finding finding = found(Scene.tcp("10.0.0.9", 80)
                .open("10.0.0.9")
                .heard(Bytes.utf8("x"), null, LONG)
                .ours(SocketState.ESTABLISHED, Figure.RTT_US, 400)
                .slowFrom(LIMIT));
        assertTrue(finding.title().startsWith("The server is most likely slow"), finding::title);
        assertTrue(finding.because().toString().contains("round trip 0.4 ms, 0 segments sent again"));
    }

    @Test
    void segmentsSentAgainAreTheNetwork() {
        Finding finding = found(Scene.tcp("10.0.0.9", 80)
                .open("10.0.0.9")
                .heard(Bytes.utf8("x"), null, LONG)
                .ours(SocketState.ESTABLISHED, Figure.RETRANSMITS, 4)
                .slowFrom(LIMIT));
        assertEquals("slow-network", finding.code());
    }

    @Test
    void aFewRoundTripsAreEither() {
        Finding finding = found(Scene.tcp("10.0.0.9", 80)
                .open("10.0.0.9", Duration.ofMillis(450))
                .heard(Bytes.utf8("x"), null, Duration.ofMillis(500))
                .slowFrom(LIMIT));
        assertEquals(Certainty.POSSIBLE, finding.certainty());
    }

    @Test
    void inTimeOrWithoutALimitIsNone() {
        assertTrue(examine(Scene.tcp("10.0.0.9", 80).open("10.0.0.9").slowFrom(LIMIT))
                .isEmpty());
        assertTrue(examine(Scene.tcp("10.0.0.9", 80).open("10.0.0.9", LONG)).isEmpty());
        assertTrue(examine(Scene.tcp("10.0.0.9", 80).silent("10.0.0.9").slowFrom(LIMIT))
                .isEmpty());
    }

    @Test
    void aNameOfTheHostsFileIsNotBlamedOnTheNameServer() {
        Duration took = Duration.ofSeconds(3);
        Scene slow =
                Scene.tcp("db.example", 80).lookedUpIn(took).open("10.0.0.9").slowFrom(Duration.ofSeconds(1));
        assertEquals(
                "The name server is slow, not the target: the look-up took the most time",
                found(slow).title());
        Finding known = found(slow.hosts(7, "10.0.0.9"));
        assertFalse(known.title().contains("name server"), known::title);
        assertTrue(known.because().contains("/etc/hosts line 7 names db.example"), known.because()::toString);
    }
}
