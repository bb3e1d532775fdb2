package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final long LAN = 0xc0a80105L;
    private static final long MAPPED_ANY = 0xffff_0000_0000L;

    @Test
    void theAddressTellsFromWhereASocketIsReached() {
        assertEquals(Exposure.LOOPBACK, of(Protocol.TCP, Sample.LOOPBACK, -1));
        assertEquals(Exposure.LOOPBACK, of(Protocol.TCP6, 1, 0));
        assertEquals(Exposure.LOOPBACK, of(Protocol.TCP6, Sample.MAPPED | Sample.LOOPBACK, 0));
        assertEquals(Exposure.ONE, of(Protocol.TCP, LAN, -1));
        assertEquals(Exposure.ONE, of(Protocol.TCP6, Sample.MAPPED | LAN, 0));
        assertEquals(Exposure.ALL_IPV4, of(Protocol.TCP, 0, -1));
        assertEquals(Exposure.ALL_IPV4, of(Protocol.TCP6, MAPPED_ANY, 0));
    }

    @Test
    void anIpv6ListenerTakesIpv4TooUnlessItIsToldNotTo() {
        assertEquals(Exposure.ALL_BOTH, of(Protocol.TCP6, 0, 0));
        assertEquals(Exposure.ALL_IPV6, of(Protocol.TCP6, 0, 1));
        assertEquals(Exposure.ALL_IPV6_OR_BOTH, of(Protocol.TCP6, 0, -1));
    }

    @Test
    void whatWaitsForNoCallerHasNone() {
        Snapshot mixed = Sample.mixed();
        assertNull(Exposure.of(mixed.table(), 1));
        assertNull(Exposure.of(mixed.table(), 2));
        assertEquals(Exposure.LOOPBACK, Exposure.of(mixed.table(), 3));
        SocketTable connected = new SocketTable.Builder()
                .add(Protocol.UDP, SocketState.NONE)
                .local(0, LAN, 5000)
                .remote(0, 1, 53)
                .build();
        assertNull(Exposure.of(connected, 0));
    }

    private static @Nullable Exposure of(Protocol protocol, long address, int v6Only) {
        SocketTable.Builder table =
                new SocketTable.Builder().add(protocol, SocketState.LISTEN).local(0, address, 80);
        if (v6Only >= 0) {
            table.figure(Figure.V6_ONLY, v6Only);
        }
        return Exposure.of(table.build(), 0);
    }
}
