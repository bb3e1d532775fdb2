package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    @Test
    void theSocketsOfAProcessAreCountedByStateAndSharedOnesToo() {
        ProcessRef nginx = Sample.process(812, "nginx");
        Snapshot snapshot = new Sample()
                .row(Protocol.TCP, SocketState.LISTEN, 0, 80, 0, 0, Sample.known(Sample.process(800, "nginx"), nginx))
                .row(Protocol.TCP, SocketState.ESTABLISHED, 0, 80, 1, 1001, Sample.known(nginx))
                .row(Protocol.TCP, SocketState.ESTABLISHED, 0, 80, 1, 1002, Sample.known(nginx))
                .row(Protocol.TCP, SocketState.LISTEN, 0, 22, 0, 0, Sample.known(Sample.process(22, "sshd")))
                .row(Protocol.TCP, SocketState.TIME_WAIT, 0, 80, 1, 1003, new Owner.None(Owner.Why.TIME_WAIT))
                .snapshot();

        Holdings held = Holdings.of(nginx, snapshot);

        assertEquals(Map.of(SocketState.LISTEN, 1, SocketState.ESTABLISHED, 2), held.byState());
        assertEquals(3, held.total());
    }

    @Test
    void anotherProcessUnderTheSamePidHoldsNothing() {
        Snapshot snapshot = new Sample()
                .row(
                        Protocol.TCP,
                        SocketState.LISTEN,
                        0,
                        80,
                        0,
                        0,
                        Sample.known(new ProcessRef(812, 1L, "nginx", null)))
                .snapshot();

        assertEquals(
                0, Holdings.of(new ProcessRef(812, 2L, "nginx", null), snapshot).total());
    }
}
