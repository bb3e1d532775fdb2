package dev.porthole.sockets.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows, 20 seconds after the first reading: 0 a busy connection, 1 one that came up since, 2 a full listener on all
/// interfaces, 3 an empty one on loopback, 4 one of which nothing is told, 5 a UDP socket on one address.
class FigureQueryTest {
    private static final Owner OWNER = Sample.known(Sample.process(1, "server"));
    private static final Snapshot SNAPSHOT =
            sample(3 << 20, true).snapshotAfter(Duration.ofSeconds(20), sample(0, false));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "rtt:>50ms, 0",
                "rtt:>50000us, 0",
                "rtt:<=0.1S, 0 1",
                "rtt:80ms, 0",
                "rtt:<1ms, 1",
                "!rtt:>50ms, 1 2 3 4 5",
                "retrans:>0, 0",
                "retrans:0, 1",
                "drops:>0, 2 5",
                "drops:>=9, 5",
                "rate:>100K, 0",
                "rate:>1M, ''",
                "rate:<1K, ''",
                "age:<10s, 1",
                "age:>10s, 0 2 3 4 5",
                "age:>1min, ''",
                "age:>=0s, 0 1 2 3 4 5",
                "backlog:full, 2",
                "backlog:waiting, 2",
                "backlog:empty, 3",
                "'backlog:empty,full', 2 3",
                "exposed:all, 2 4",
                "exposed:ONE, 5",
                "exposed:loopback|one, 3 5",
            })
    void aQueryShowsTheseRows(String query, String rows) throws InvalidQuery {
        RowTest wanted = Query.parse(query).on(SNAPSHOT);
        assertEquals(
                rows,
                Arrays.stream(Sample.all(SNAPSHOT))
                        .filter(wanted::test)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "rtt:>50, 4, 7, '“>50” has no unit (us, ms, s, min, h); write rtt:>50ms or rtt:<200us.'",
                "rtt:fast, 4, 8, '“fast” is no comparison with a time; write rtt:'",
                "age:<10d, 4, 8, '“<10d” is no comparison with a time; write age:<10s'",
                "retrans:>1K, 8, 11, '“>1K” is no comparison with a whole number; write retrans:>0.'",
                "rate:>1G, 5, 8, '“>1G” is no comparison with a number of bytes; write rate:'",
                "backlog:>3, 8, 10, '“>3” is none of full, waiting, empty; write backlog:full'",
                "'exposed:one,some', 12, 16, '“some” is none of all, one, loopback; write exposed:all'",
                "'drops:>1,<3', 9, 11, '“<3” is one comparison too many'",
            })
    void aWrongValueIsPointedAt(String query, int start, int end, String sentence) {
        InvalidQuery wrong = assertThrows(InvalidQuery.class, () -> Query.parse(query));

        assertTrue(wrong.sentence().startsWith(sentence), wrong.sentence());
        assertEquals(start, wrong.start());
        assertEquals(end, wrong.end());
    }

    @Test
    void ratesAndAgesNeedASecondReading() throws InvalidQuery {
        assertTrue(Query.parse("rtt:>1ms !rate:>1M").comparesReadings());
        assertTrue(Query.parse("age:<1s").comparesReadings());
        assertFalse(Query.parse("rtt:>1ms \"rate:>1M\"").comparesReadings());
        RowTest first = Query.parse("rate:>=0").on(sample(0, true).snapshot());
        assertFalse(first.test(0));
        assertFalse(Query.parse("age:>=0s").on(sample(0, true).snapshot()).test(0));
    }

    private static Sample sample(long sent, boolean withNew) {
        Sample sample = new Sample()
                .row(Protocol.TCP, SocketState.ESTABLISHED, 1, 5000, 2, 443, OWNER)
                .figure(Figure.RTT_US, 80_000)
                .figure(Figure.RETRANSMITS, 3)
                .figure(Figure.BYTES_SENT, sent);
        if (withNew) {
            sample.row(Protocol.TCP, SocketState.ESTABLISHED, 1, 5001, 2, 443, OWNER)
                    .figure(Figure.RTT_US, 300)
                    .figure(Figure.RETRANSMITS, 0)
                    .figure(Figure.BYTES_SENT, 10);
        }
        return sample.row(Protocol.TCP6, SocketState.LISTEN, 0, 80, 0, 0, OWNER)
                .queues(5, 0)
                .figure(Figure.BACKLOG, 4)
                .figure(Figure.DROPS, 3)
                .row(Protocol.TCP, SocketState.LISTEN, Sample.LOOPBACK, 81, 0, 0, OWNER)
                .queues(0, 0)
                .figure(Figure.BACKLOG, 4)
                .figure(Figure.DROPS, 0)
                .row(Protocol.TCP, SocketState.LISTEN, 0, 82, 0, 0, OWNER)
                .row(Protocol.UDP, SocketState.NONE, 0x0a000001, 53, 0, 0, OWNER)
                .figure(Figure.DROPS, 9);
    }
}
