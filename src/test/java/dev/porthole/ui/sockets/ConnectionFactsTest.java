package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import dev.porthole.ui.kit.Fact;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConnectionFactsTest {
    private static final Owner OWNER = Sample.known(Sample.process(1, "server"));

    @Test
    void aConnectionTellsItsFiguresWithTheirUnits() {
        assertEquals("""
                Varies by: 1.50 ms
                Shortest: not measured yet
                Sent again: 3 segments, 4.28 KiB
                Congestion window: 10 segments
                Slow start up to: no limit: nothing was lost yet
                Segment size (MSS): 1,460 bytes
                Path MTU: not told by the system
                Sent: 3.00 MiB
                Received: 512 B
                Delivered at: not measured yet
                Timer: keepalive, in 1 h 59 min
                Seen for: ≥ 20 s""", lines(ConnectionFacts.of(busy().entry(0))));
    }

    @Test
    void everyFigureIsExplained() {
        for (Fact fact : ConnectionFacts.of(busy().entry(0))) {
            assertTrue(fact.hint().endsWith("."), fact.toString());
            assertTrue(fact.hint().length() < 260, fact.toString());
        }
    }

    @Test
    void aListenerTellsFromWhereItIsReached() {
        Snapshot listener = new Sample()
                .row(Protocol.TCP6, SocketState.LISTEN, 0, 80, 0, 0, OWNER)
                .figure(Figure.V6_ONLY, 0)
                .snapshot();
        assertEquals("Reachable from: All interfaces, IPv4 too", lines(ConnectionFacts.of(listener.entry(0))));
    }

    @Test
    void aUdpSocketTellsWhatItDropped() {
        Snapshot udp = new Sample()
                .row(Protocol.UDP, SocketState.NONE, Sample.LOOPBACK, 53, 0, 0, OWNER)
                .figure(Figure.DROPS, 1)
                .snapshot();
        assertEquals(
                "Reachable from: This machine only (loopback)\nDropped: 1 packet",
                lines(ConnectionFacts.of(udp.entry(0))));
        assertEquals(
                "UDP has no connections: the kernel measures no round trip and counts no bytes for it.", note(udp, 0));
    }

    @Test
    void whereThereAreNoFiguresTheReasonIsTold() {
        Snapshot mixed = Sample.mixed();
        assertEquals(
                "The sockets were read from /proc/net, which tells neither the backlog nor dropped connections.",
                note(mixed, 0));
        assertEquals("The sockets were read from /proc/net, which has no TCP figures.", note(mixed, 1));
        assertEquals("The connection is over, and the kernel keeps no figures of it.", note(mixed, 2));
        assertEquals("", note(busy(), 0));
    }

    @Test
    void theReasonNamesTheSourceThatDoesNotWork() {
        Snapshot refused = Sample.mixedRows()
                .gap(new Gap(Gap.Kind.SOURCE_REFUSED, "netlink", 1, "not permitted"))
                .snapshot();
        assertEquals(
                "The sockets were read from /proc/net, which has no TCP figures. netlink does not work on this"
                        + " machine (not permitted); another source stands in for it.",
                note(refused, 1));
    }

    @Test
    void cellsHaveUnitsAndADashForWhatIsAbsent() {
        assertEquals(
                "80.0 ms | 1.50 ms | 3 | 10 | 1460 | (–) | 3.00 MiB | 512 B | 102 KiB/s | (0 B/s) | ≥ 20 s | (–) | (–) | (–)",
                cells(busy()));
        Snapshot listener = new Sample()
                .row(Protocol.TCP6, SocketState.LISTEN, 0, 80, 0, 0, OWNER)
                .queues(5, 0)
                .figure(Figure.BACKLOG, 4)
                .figure(Figure.DROPS, 3)
                .figure(Figure.V6_ONLY, 1)
                .snapshot();
        assertEquals(
                "(–) | (–) | (–) | (–) | (–) | (–) | (–) | (–) | (–) | (–) | (–) | 3 | 5 / 4 | all · IPv6",
                cells(listener));
    }

    private static String cells(Snapshot snapshot) {
        SocketRow row = new SocketRow(snapshot, 0);
        return Arrays.stream(SocketColumn.values())
                .filter(column -> column.group() != SocketColumn.Group.SOCKET)
                .map(column -> column.isAbsent(row) ? "(" + column.text(row) + ")" : column.text(row))
                .collect(Collectors.joining(" | "));
    }

    private static Snapshot busy() {
        return connection(3 << 20).snapshotAfter(Duration.ofSeconds(20), connection(1 << 20));
    }

    private static Sample connection(long sent) {
        return new Sample()
                .row(Protocol.TCP, SocketState.ESTABLISHED, 1, 5000, 2, 443, OWNER)
                .figure(Figure.RTT_US, 80_000)
                .figure(Figure.RTT_VARIATION_US, 1500)
                .figure(Figure.RETRANSMITS, 3)
                .figure(Figure.BYTES_RETRANSMITTED, 4380)
                .figure(Figure.CONGESTION_WINDOW, 10)
                .figure(Figure.SEGMENT_SIZE, 1460)
                .figure(Figure.BYTES_SENT, sent)
                .figure(Figure.BYTES_RECEIVED, 512)
                .figure(Figure.TIMER, 2)
                .figure(Figure.TIMER_LEFT_MS, 7_190_000);
    }

    private static String note(Snapshot snapshot, int row) {
        return ConnectionFacts.note(Inspected.of(snapshot.entry(row), snapshot)).orElse("");
    }

    private static String lines(List<Fact> facts) {
        return facts.stream().map(fact -> fact.name() + ": " + fact.value()).collect(Collectors.joining("\n"));
    }
}
