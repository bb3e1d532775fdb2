package dev.porthole.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.SocketTable;
import org.junit.jupiter.api.Test;

class StateCountsTest {
    @Test
    void rowsAreCountedByTypeAndState() {
        StateCounts counts = StateCounts.of(Sample.mixed().table());

        assertEquals(2, counts.count(Protocol.TCP, SocketState.LISTEN));
        assertEquals(1, counts.count(Protocol.TCP, SocketState.TIME_WAIT));
        assertEquals(0, counts.count(Protocol.TCP6, SocketState.LISTEN));
        assertEquals(3, counts.count(Protocol.TCP));
        assertEquals(1, counts.count(Protocol.UDP6));
        assertEquals(2, counts.count(SocketState.LISTEN));
        assertEquals(1, counts.count(SocketState.NONE));
    }

    @Test
    void anEmptyTableCountsZero() {
        assertEquals(0, StateCounts.of(SocketTable.empty()).count(SocketState.ESTABLISHED));
    }
}
