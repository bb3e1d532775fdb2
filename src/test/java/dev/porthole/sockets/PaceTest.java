package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    @Test
    void ratesAreWhatCountersGrewByASecond() {
        SocketPace pace = after(TWO_SECONDS, connection(7, 1000, 500, 1), connection(7, 3000, 500, 4));

        assertEquals(OptionalDouble.of(1000), pace.sent());
        assertEquals(OptionalDouble.of(0), pace.received());
        assertEquals(OptionalDouble.of(1.5), pace.retransmits());
        assertEquals(Optional.of(TWO_SECONDS), pace.seenFor());
        assertFalse(pace.sawOpening());
    }

    @Test
    void aReusedPortStartsAfresh() {
        SocketPace pace = after(TWO_SECONDS, connection(7, 1000, 500, 1), connection(8, 3000, 900, 4));

        assertEquals(OptionalDouble.empty(), pace.sent());
        assertEquals(Optional.of(Duration.ZERO), pace.seenFor());
        assertTrue(pace.sawOpening());
    }

    @Test
    void aCounterThatWentBackGivesNoRate() {
        SocketPace pace = after(TWO_SECONDS, connection(7, 1000, 500, 9), connection(7, 999, 700, 9));

        assertEquals(OptionalDouble.empty(), pace.sent());
        assertEquals(OptionalDouble.of(100), pace.received());
        assertEquals(OptionalDouble.of(0), pace.retransmits());
    }

    @Test
    void aCounterThatOneReadingDoesNotTellGivesNoRate() {
        Sample closing = sample(7);
        SocketPace pace = after(TWO_SECONDS, connection(7, 1000, 500, 1), closing);
        assertEquals(OptionalDouble.empty(), pace.sent());

        Sample mixed = connection(9, 5, 5, 0);
        mixed.row(Protocol.TCP, SocketState.LISTEN, 0, 22, 0, 0, Sample.known(Sample.process(1, "sshd")));
        Snapshot both = connection(9, 6, 6, 0).snapshotAfter(TWO_SECONDS, mixed);
        assertEquals(OptionalDouble.of(0.5), both.entry(0).pace().sent());
    }

    @Test
    void kernelsThatDoNotCountWhatTheySendAreAskedForWhatArrived() {
        Sample before = sample(7).figure(Figure.BYTES_ACKED, 10);
        Sample now = sample(7).figure(Figure.BYTES_ACKED, 30);

        assertEquals(OptionalDouble.of(10), after(TWO_SECONDS, before, now).sent());
    }

    @Test
    void noTimeGivesNoRates() {
        SocketPace pace = after(Duration.ZERO, connection(7, 1000, 500, 1), connection(7, 3000, 500, 4));

        assertEquals(SocketPace.NONE.sent(), pace.sent());
        assertEquals(Optional.empty(), pace.seenFor());
    }

    @Test
    void aSingleReadingTellsNothing() {
        assertEquals(SocketPace.NONE, connection(7, 1, 1, 1).snapshot().entry(0).pace());
    }

    @Test
    void theAgeGoesOnOverManyReadings() {
        SocketTable first = SocketTable.empty();
        SocketTable second = row();
        SocketTable third = row();
        Pace pace = Pace.NOT_YET
                .next(first, first, SnapshotDiff.between(first, first), Duration.ofSeconds(10))
                .next(first, second, SnapshotDiff.between(first, second), Duration.ofSeconds(11))
                .next(second, third, SnapshotDiff.between(second, third), Duration.ofSeconds(12))
                .next(third, third, SnapshotDiff.between(third, third), Duration.ofSeconds(15));

        assertEquals(4000, pace.seenMillis(0));
        assertTrue(pace.sawOpening(0));
        assertEquals(-1, pace.seenMillis(1));
        assertTrue(Float.isNaN(pace.sent(1)));
    }

    private static SocketTable row() {
        return new SocketTable.Builder()
                .add(Protocol.TCP, SocketState.LISTEN)
                .local(0, 0, 80)
                .inode(5)
                .build();
    }

    private static SocketPace after(Duration elapsed, Sample before, Sample now) {
        return now.snapshotAfter(elapsed, before).entry(0).pace();
    }

    private static Sample sample(long identity) {
        return new Sample()
                .row(Protocol.TCP, SocketState.ESTABLISHED, 1, 5000, 2, 443, Sample.known(Sample.process(1, "curl")))
                .figures(0, 0, 0, identity);
    }

    private static Sample connection(long identity, long sent, long received, long retransmits) {
        return sample(identity)
                .figure(Figure.BYTES_SENT, sent)
                .figure(Figure.BYTES_RECEIVED, received)
                .figure(Figure.RETRANSMITS, retransmits);
    }
}
