package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessFacts;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Sample;
import dev.porthole.ui.kit.Fact;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketFactsTest {
    private static final ProcessFacts NOTHING = new ProcessFacts(null, null, null, null, null);
    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    @Test
    void aListenersQueueIsToldElsewhere() {
        assertEquals(
                List.of(
                        new Fact("Type", "tcp"),
                        new Fact("Local", "0.0.0.0:22"),
                        new Fact("Remote", "none: not connected"),
                        new Fact("Socket user", "root")),
                SocketFacts.of(Sample.mixed().entry(0)));
    }

    @Test
    void aConnectionsQueuesAreBytes() {
        assertEquals(
                List.of(
                        new Fact("Type", "tcp6"),
                        new Fact("Local", "[::ffff:127.0.0.1]:8080"),
                        new Fact("Remote", "[::ffff:127.0.0.1]:40000"),
                        new Fact("Recv-Q", "17 bytes"),
                        new Fact("Send-Q", "42 bytes"),
                        new Fact("Socket user", "www-data")),
                SocketFacts.of(Sample.mixed().entry(1)));
    }

    @Test
    void whatTheSystemDoesNotTellIsSaid() {
        List<Fact> facts = SocketFacts.of(Sample.mixed().entry(3));
        assertEquals(new Fact("Recv-Q", "not told by the system"), facts.get(3));
        assertEquals(new Fact("Send-Q", "not told by the system"), facts.get(4));
        assertEquals(new Fact("Socket user", "not told by the system"), facts.get(5));
    }

    @Test
    void theTitleIsTheStateAndForUdpTheType() {
        assertEquals("LISTEN", SocketFacts.title(Sample.mixed().entry(0)));
        assertEquals("udp6", SocketFacts.title(Sample.mixed().entry(3)));
    }

    @Test
    void theSubtitleIsOneEndOrBoth() {
        assertEquals("0.0.0.0:22", SocketFacts.subtitle(Sample.mixed().entry(0)));
        assertEquals(
                "127.0.0.1:5432  →  127.0.0.1:40001",
                SocketFacts.subtitle(Sample.mixed().entry(2)));
    }

    @Test
    void aProcessIsToldWithItsAge() {
        ProcessFacts facts =
                new ProcessFacts("/usr/bin/java", "/usr/bin/java -jar app.jar", "ada", NOW.minusSeconds(65), 1L);
        assertEquals(
                List.of(
                        new Fact("Program", "/usr/bin/java"),
                        new Fact("Command", "/usr/bin/java -jar app.jar"),
                        new Fact("User", "root"),
                        new Fact("Started", "2026-11-21 13:58:55 (1 min 5 s ago)"),
                        new Fact("Parent pid", "1")),
                SocketFacts.of(owner(Sample.process(900, "java")), facts, NOW, ZoneOffset.UTC));
    }

    @Test
    void theOtherProcessesOfAnOwnerAreNamed() {
        List<Fact> facts = SocketFacts.of(
                owner(Sample.process(1, "nginx"), Sample.process(2, "nginx"), new ProcessRef(3, null, null, null)),
                NOTHING,
                NOW,
                ZoneOffset.UTC);
        assertEquals(new Fact("Also held by", "nginx (pid 2), ended (pid 3)"), facts.getLast());
        assertEquals(new Fact("Program", "not told by the system"), facts.getFirst());
    }

    @Test
    void namesAndCommandsThatWouldTurnTheTextAreEscapedAndBackslashesOfWindowsAreNot() {
        ProcessFacts facts = new ProcessFacts("C:\\Program Files\\a\u202e.exe", "a\u001b[31m\nb", null, null, null);
        Owner.Known owner = owner(new ProcessRef(7, null, "a\nb", "CORP\\ada"));
        List<Fact> told = SocketFacts.of(owner, facts, NOW, ZoneOffset.UTC);
        assertEquals("C:\\Program Files\\a\\u{202e}.exe", told.get(0).value());
        assertEquals("a\\x1b[31m\\nb", told.get(1).value());
        assertEquals("CORP\\ada", told.get(2).value());
        assertEquals("a\\nb (pid 7)", SocketFacts.name(owner.first()));
    }

    private static Owner.Known owner(ProcessRef... processes) {
        return new Owner.Known(List.of(processes));
    }
}
