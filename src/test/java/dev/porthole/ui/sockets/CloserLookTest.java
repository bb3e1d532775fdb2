package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.engine.LookUps;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CloserLookTest {
    private static final Owner OWNER = Sample.known(Sample.process(900, "curl"));
    private final Snapshot snapshot = sample(3000, 1000).snapshotAfter(Duration.ofSeconds(1), sample(1000, 1000));
    private final List<SocketRow> asked = List.of(new SocketRow(snapshot, 2), new SocketRow(snapshot, 1));

    @Test
    void whatWasFoundKeepsItsOwnerAndItsRates() {
        Snapshot found = sample(9000, 70).snapshot();
        CloserLook.Answer answer = CloserLook.Answer.of(
                snapshot,
                asked,
                new LookUps.Found(
                        Sample.pick(found, 2).table(), Set.of(snapshot.table().key(1))),
                Sample.TIME.plusMillis(100));

        Snapshot newer = answer.newer();
        assertEquals(1, newer.size());
        assertEquals(snapshot.table().key(2), newer.table().key(0));
        assertEquals(OptionalLong.of(70), newer.entry(0).figures().get(Figure.RTT_US));
        assertEquals(OWNER, newer.owner(0));
        assertEquals(OptionalDouble.of(2000), newer.entry(0).pace().sent());
        assertEquals(snapshot.entry(2).pace(), newer.entry(0).pace());
        assertEquals(Set.of(snapshot.table().key(1)), answer.gone());
        assertTrue(newer.time().isAfter(snapshot.time()));
    }

    @Test
    void whatNobodyAskedForIsPassedOver() {
        CloserLook.Answer answer =
                CloserLook.Answer.of(snapshot, List.of(), new LookUps.Found(snapshot.table(), Set.of()), Sample.TIME);
        assertEquals(0, answer.newer().size());
    }

    private static Sample sample(long sent, long rtt) {
        return new Sample()
                .row(Protocol.TCP, SocketState.LISTEN, 0, 80, 0, 0, OWNER)
                .row(Protocol.TCP, SocketState.ESTABLISHED, 1, 5001, 2, 443, OWNER)
                .row(Protocol.TCP, SocketState.ESTABLISHED, 1, 5000, 2, 443, OWNER)
                .figure(Figure.RTT_US, rtt)
                .figure(Figure.BYTES_SENT, sent);
    }
}
