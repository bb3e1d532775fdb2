package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Owner NGINX = Sample.known(Sample.process(1, "nginx"));
    private static final Owner SSHD = Sample.known(Sample.process(2, "sshd"));
    private static final Owner SEARCHING = new Owner.Hidden(Owner.Why.SEARCHING);

    private record Row(int port, long identity, SocketState state, long sent, Owner owner) {
        Row(int port) {
            this(port, port, SocketState.ESTABLISHED, 0, NGINX);
        }

        Row in(SocketState other) {
            return new Row(port, identity, other, sent, owner);
        }

        Row of(Owner other) {
            return new Row(port, identity, state, sent, other);
        }
    }

    private static final Row A = new Row(1);
    private static final Row B = new Row(2);
    private static final Row C = new Row(3);

    @Test
    void atTheFirstReadingNothingIsMarked() {
        assertEquals("1 2", words(Changes.none(at(0, A, B))));
    }

    @Test
    void newRowsAreMarkedAndClosedOnesStay() {
        Changes changes = Changes.none(at(0, A, B)).next(at(1, B, C), TWO_SECONDS);
        assertEquals("2 +3 x1", words(changes));
        assertEquals(Instant.ofEpochSecond(1), changes.of(1).orElseThrow().seen());
        assertEquals(Instant.ofEpochSecond(0), changes.ofClosed(0).seen());
        assertEquals(NGINX, changes.closed().owner(0));
    }

    @Test
    void anotherStateIsMarkedWithTheOneBefore() {
        Changes changes = Changes.none(at(0, A)).next(at(1, A.in(SocketState.CLOSE_WAIT)), TWO_SECONDS);
        assertEquals("~1", words(changes));
        assertEquals(
                Optional.of(SocketState.ESTABLISHED),
                changes.of(0).orElseThrow().former());
    }

    @Test
    void trafficIsNoChange() {
        Row busy = new Row(1, 1, SocketState.ESTABLISHED, 5000, NGINX);
        assertEquals("1", words(Changes.none(at(0, A)).next(at(1, busy), TWO_SECONDS)));
    }

    @Test
    void otherHandsAreAChangeAndAnOwnerThatIsFoundIsNone() {
        assertEquals("~1", words(Changes.none(at(0, A)).next(at(1, A.of(SSHD)), TWO_SECONDS)));
        assertEquals("1", words(Changes.none(at(0, A.of(SEARCHING))).next(at(1, A), TWO_SECONDS)));
        assertEquals("1", words(Changes.none(at(0, A)).next(at(1, A.of(SEARCHING)), TWO_SECONDS)));
    }

    @Test
    void aReusedPortIsClosedThenOpened() {
        Row again = new Row(1, 99, SocketState.ESTABLISHED, 0, NGINX);
        assertEquals("+1 x1", words(Changes.none(at(0, A)).next(at(1, again), TWO_SECONDS)));
    }

    /// Readings come a little early and late.
    @ParameterizedTest
    @CsvSource({"1, 1.0, 1", "1, 0.9, 1", "2, 1.0, 2", "2, 1.1, 2", "2, 0.95, 2", "5, 1.0, 5", "10, 1.0, 10"})
    void marksAndClosedRowsLastForTheSpan(int span, double period, int readings) {
        Duration wanted = Duration.ofSeconds(span);
        Changes changes = Changes.none(at(0, A));
        int marked = 0;
        int stayed = 0;
        for (int reading = 1; reading < 20; reading++) {
            changes = changes.next(at(reading * period, B), wanted);
            marked += changes.of(0).isPresent() ? 1 : 0;
            stayed += changes.closed().size();
        }
        assertEquals(readings, marked);
        assertEquals(readings, stayed);
    }

    @Test
    void whatIsMarkedIsMarkedAlsoAtItsNextPlace() {
        Changes changes = Changes.none(at(0, A)).next(at(1, A, B), TWO_SECONDS);
        assertEquals("+3 +2 1", words(changes.next(at(2, C, B, A), TWO_SECONDS)));
    }

    @ParameterizedTest
    @CsvSource({"7, netlink", "-1, netlink", "1, /proc/net"})
    void afterAPauseAClockSetBackOrAnotherSourceNothingIsMarked(double seconds, String source) {
        Changes changes = Changes.none(at(0, A)).next(at(0, "netlink", B), TWO_SECONDS);
        assertEquals("3", words(changes.next(at(seconds, source, C), TWO_SECONDS)));
    }

    @Test
    void withoutASpanNothingIsMarkedAndRowsAreFollowedNonetheless() {
        Changes changes = Changes.none(at(0, A, B)).next(at(1, C, B), Duration.ZERO);
        assertEquals("3 2", words(changes));
        assertEquals(1, changes.successor(1));
        assertEquals(Changes.NOWHERE, changes.successor(0));
    }

    @Test
    void rowsAreFollowedIntoTheClosedOnesAndThroughThem() {
        Changes first = Changes.none(at(0, A, B, C)).next(at(1, C, B), TWO_SECONDS);
        assertEquals(
                List.of(~0, 1, 0),
                IntStream.range(0, 3).map(first::successor).boxed().toList());
        Changes second = first.next(at(2, C), TWO_SECONDS);
        assertEquals("3 x1 x2", words(second));
        assertEquals(~0, second.successor(~0));
        assertEquals(~1, second.successor(1));
        Changes third = second.next(at(3, C), TWO_SECONDS);
        assertEquals("3 x2", words(third));
        assertEquals(Changes.NOWHERE, third.successor(~0));
        assertEquals(~0, third.successor(~1));
    }

    @Test
    void whenVeryManyCloseSomeGoAtOnce() {
        Row[] many = IntStream.range(0, ClosedRows.MOST + 5).mapToObj(Row::new).toArray(Row[]::new);
        Changes changes = Changes.none(at(0, many)).next(at(1), TWO_SECONDS);
        assertEquals(ClosedRows.MOST, changes.closed().size());
        assertEquals(Changes.NOWHERE, changes.successor(ClosedRows.MOST));
    }

    private static String words(Changes changes) {
        List<String> words = new ArrayList<>();
        for (int row = 0; row < changes.snapshot().size(); row++) {
            String sign = changes.of(row)
                    .map(change -> change.kind() == Change.Kind.OPENED ? "+" : "~")
                    .orElse("");
            words.add(sign + changes.snapshot().table().localPort(row));
        }
        for (int row = 0; row < changes.closed().size(); row++) {
            assertEquals(Change.Kind.CLOSED, changes.ofClosed(row).kind());
            words.add("x" + changes.closed().table().localPort(row));
        }
        return String.join(" ", words);
    }

    private static Snapshot at(double seconds, Row... rows) {
        return at(seconds, "netlink", rows);
    }

    private static Snapshot at(double seconds, String source, Row... rows) {
        SocketTable.Builder table = new SocketTable.Builder();
        for (Row row : rows) {
            table.add(Protocol.TCP, row.state)
                    .local(0, Sample.LOOPBACK, row.port)
                    .identity(row.identity)
                    .figure(Figure.BYTES_SENT, row.sent);
        }
        Reading reading = new Reading(table.build(), List.of(), source, Map.of());
        return Snapshot.of(Instant.ofEpochMilli(Math.round(seconds * 1000)), reading, new Ownership() {
            @Override
            public Owner ownerOf(SocketTable of, int row) {
                return rows[row].owner;
            }

            @Override
            public List<Gap> gaps() {
                return List.of();
            }
        });
    }
}
