package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.counts.PortRange;
import dev.porthole.counts.StateCounts;
import dev.porthole.counts.SystemLimits;
import dev.porthole.counts.Tallies;
import dev.porthole.counts.Tally;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Sample;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenMetricsTest {
    private static final SystemLimits LIMITS =
            new SystemLimits(Optional.of(new PortRange(5000, 60_999)), OptionalLong.of(Long.MAX_VALUE));

    @Test
    void eachTypeAndStateIsASample() throws IOException {
        List<String> lines = lines(Tally.of(Sample.mixed(), LIMITS));

        assertEquals("# HELP porthole_sockets Sockets by type and state.", lines.getFirst());
        assertEquals("# TYPE porthole_sockets gauge", lines.get(1));
        assertTrue(lines.contains("porthole_sockets{type=\"tcp\",state=\"LISTEN\"} 2"));
        assertTrue(lines.contains("porthole_sockets{type=\"tcp6\",state=\"CLOSE_WAIT\"} 0"));
        assertTrue(lines.contains("porthole_sockets{type=\"udp6\",state=\"NONE\"} 1"));
        assertEquals(
                24,
                lines.stream()
                        .filter(line -> line.startsWith("porthole_sockets{"))
                        .count());
    }

    @Test
    void theRestOfATallyFollows() throws IOException {
        assertTrue(text(new Tally(Sample.TIME, StateCounts.of(Sample.mixed().table()), LIMITS, true))
                .endsWith("""
                # HELP porthole_sockets_complete 1 if all tables were read, 0 if sockets are missing.
                # TYPE porthole_sockets_complete gauge
                porthole_sockets_complete 1
                # HELP porthole_loopback_sockets Sockets with both ends on this machine.
                # TYPE porthole_loopback_sockets gauge
                porthole_loopback_sockets 4
                # HELP porthole_time_wait_ports Ephemeral ports that TIME_WAIT keeps.
                # TYPE porthole_time_wait_ports gauge
                porthole_time_wait_ports 1
                # HELP porthole_ephemeral_ports Ports in the ephemeral range.
                # TYPE porthole_ephemeral_ports gauge
                porthole_ephemeral_ports 56000
                # HELP porthole_open_files_limit Files that may be open on this machine.
                # TYPE porthole_open_files_limit gauge
                porthole_open_files_limit 9223372036854775807
                # EOF
                """));
    }

    @Test
    void whatTheSystemDoesNotTellHasNeitherSampleNorFamily() throws IOException {
        String text = text(Tally.of(Sample.mixed(), SystemLimits.UNKNOWN));

        for (String unknown : List.of("time_wait_ports", "ephemeral_ports", "open_files", "full_accept_queues")) {
            assertFalse(text.contains(unknown), unknown);
        }
    }

    @Test
    void countsThatAreTooLowSaySo() throws IOException {
        var tally = new Tally(Sample.TIME, StateCounts.EMPTY, LIMITS, false);

        assertTrue(lines(tally).contains("porthole_sockets_complete 0"));
        assertTrue(lines(tally).contains("porthole_full_accept_queues 0"));
    }

    @Test
    void aStateOfAnotherSystemIsASampleWhereThereIsOne() throws IOException {
        Tally windows = Tallies.of(Instant.EPOCH, Protocol.TCP, SocketState.DELETE_TCB, 2);

        assertTrue(lines(windows).contains("porthole_sockets{type=\"tcp\",state=\"DELETE_TCB\"} 2"));
    }

    /// OpenMetrics 1.0: a family is described before its samples, stands together, and the text ends with `# EOF`.
    @Test
    void theTextIsOfTheFormThatTheStandardAsksFor() throws IOException {
        List<String> lines = lines(Tally.of(Sample.mixed(), LIMITS));
        Set<String> seen = new HashSet<>();
        String family = "";
        for (String line : lines.subList(0, lines.size() - 1)) {
            if (line.startsWith("# HELP ")) {
                family = line.split(" ", -1)[2];
                assertTrue(seen.add(family), "twice: " + family);
            } else if (line.startsWith("# ")) {
                assertEquals("# TYPE " + family + " gauge", line);
            } else {
                assertTrue(line.matches(family + "(\\{[a-z]+=\"\\w+\"(,[a-z]+=\"\\w+\")*})? \\d+"), line);
            }
        }
        assertEquals("# EOF", lines.getLast());
    }

    private static List<String> lines(Tally tally) throws IOException {
        return text(tally).lines().toList();
    }

    private static String text(Tally tally) throws IOException {
        StringBuilder text = new StringBuilder();
        OpenMetrics.write(tally, text);
        return text.toString();
    }
}
