package dev.porthole.sockets.source.oshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.SocketTable;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

class OshiRowsTest {
    private static final String LOOPBACK4 = "7f000001";
    private static final String LOOPBACK6 = "00000000000000000000000000000001";
    private static final String ANY6 = "00000000000000000000000000000000";

    @ParameterizedTest
    @CsvSource({
        "tcp4, TCP",
        "tcp, TCP",
        "tcp6, TCP6",
        "tcp46, TCP6",
        "udp4, UDP",
        "udp, UDP",
        "udp6, UDP6",
        "udp46, UDP6"
    })
    void typesAreOurs(String type, Protocol protocol) {
        String address = protocol.isIpv6() ? LOOPBACK6 : LOOPBACK4;

        assertEquals(
                protocol,
                row(connection(type, address, 80, address, 0, TcpState.NONE, 1)).protocol(0));
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED, CLOSE",
        "FIN_WAIT_1, FIN_WAIT1",
        "FIN_WAIT_2, FIN_WAIT2",
        "SYN_RECV, SYN_RECV",
        "LISTEN, LISTEN",
        "ESTABLISHED, ESTABLISHED",
        "TIME_WAIT, TIME_WAIT",
        "CLOSE_WAIT, CLOSE_WAIT",
        "LAST_ACK, LAST_ACK",
        "CLOSING, CLOSING",
        "SYN_SENT, SYN_SENT",
        "UNKNOWN, UNKNOWN",
    })
    void statesAreOurs(TcpState theirs, SocketState ours) {
        assertEquals(
                ours,
                row(connection("tcp4", LOOPBACK4, 80, LOOPBACK4, 9, theirs, 1)).state(0));
    }

    /// On Linux OSHI reads the code 7 of a UDP socket as CLOSED and 1 as ESTABLISHED.
    @ParameterizedTest
    @EnumSource
    void udpIsAlwaysNone(TcpState theirs) {
        assertEquals(
                SocketState.NONE,
                row(connection("udp4", LOOPBACK4, 53, LOOPBACK4, 0, theirs, 1)).state(0));
        assertEquals(
                SocketState.NONE,
                row(connection("udp6", LOOPBACK6, 53, LOOPBACK6, 9, theirs, 1)).state(0));
    }

    @Test
    void fourBytesOnAnIpv6SocketAreAMappedAddress() {
        SocketTable table = row(connection("tcp46", LOOPBACK4, 8080, "c0000201", 40000, TcpState.ESTABLISHED, 1));

        assertEquals("[::ffff:127.0.0.1]:8080", table.key(0).local().toString());
        assertEquals("[::ffff:192.0.2.1]:40000", table.key(0).remote().toString());
    }

    @Test
    void anyOnADualStackListenerStaysAny() {
        assertEquals(
                "[::]:8080",
                row(connection("tcp46", "00000000", 8080, "", 0, TcpState.LISTEN, 1))
                        .key(0)
                        .local()
                        .toString());
        assertEquals(
                "[::]:8080",
                row(connection("tcp6", ANY6, 8080, ANY6, 0, TcpState.LISTEN, 1))
                        .key(0)
                        .local()
                        .toString());
    }

    @Test
    void aMissingRemoteAddressIsNoEnd() {
        SocketTable table = row(connection("tcp4", LOOPBACK4, 80, "", 0, TcpState.LISTEN, 1));

        assertEquals("0.0.0.0:0", table.key(0).remote().toString());
    }

    @Test
    void sixteenBytesOnAnIpv4SocketKeepTheirLastFour() {
        SocketTable table =
                row(connection("tcp4", "00000000000000000000ffff7f000001", 80, LOOPBACK4, 0, TcpState.LISTEN, 1));

        assertEquals("127.0.0.1:80", table.key(0).local().toString());
    }

    @Test
    void queuesThatWindowsDoesNotTellAreAbsent() {
        IPConnection connection = connection("tcp4", LOOPBACK4, 80, LOOPBACK4, 9, TcpState.ESTABLISHED, 1);

        SocketTable windows = OshiRows.table(List.of(connection), false);
        assertTrue(windows.receiveQueue(0).isEmpty());
        assertTrue(windows.sendQueue(0).isEmpty());
        SocketTable other = OshiRows.table(List.of(connection), true);
        assertEquals(OptionalLong.of(6), other.receiveQueue(0));
        assertEquals(OptionalLong.of(5), other.sendQueue(0));
    }

    @Test
    void aPidThatIsNoneIsAbsent() {
        assertTrue(row(connection("tcp4", LOOPBACK4, 80, "", 0, TcpState.LISTEN, -1))
                .pid(0)
                .isEmpty());
        assertTrue(row(connection("tcp4", LOOPBACK4, 80, "", 0, TcpState.LISTEN, 0))
                .pid(0)
                .isEmpty());
        assertEquals(
                OptionalLong.of(7),
                row(connection("tcp4", LOOPBACK4, 80, "", 0, TcpState.LISTEN, 7))
                        .pid(0));
    }

    @Test
    void equalRowsAreKeptApart() {
        IPConnection one = connection("tcp4", LOOPBACK4, 9000, "", 0, TcpState.LISTEN, 7);
        IPConnection two = connection("tcp4", LOOPBACK4, 9000, "", 0, TcpState.LISTEN, 7);
        IPConnection ofAnother = connection("tcp4", LOOPBACK4, 9000, "", 0, TcpState.LISTEN, 8);
        SocketTable table = OshiRows.table(List.of(one, two, ofAnother), true);

        assertNotEquals(table.key(0), table.key(1));
        assertNotEquals(table.key(0), table.key(2));
        assertNotEquals(table.key(1), table.key(2));
    }

    @Test
    void aSocketKeepsItsKeyWhenItsStateAndTheOrderChange() {
        IPConnection before = connection("tcp4", LOOPBACK4, 80, LOOPBACK4, 9, TcpState.ESTABLISHED, 7);
        IPConnection after = connection("tcp4", LOOPBACK4, 80, LOOPBACK4, 9, TcpState.CLOSE_WAIT, 7);
        IPConnection other = connection("tcp4", LOOPBACK4, 80, LOOPBACK4, 9, TcpState.ESTABLISHED, 8);

        assertEquals(
                row(before).key(0), OshiRows.table(List.of(other, after), true).key(1));
    }

    private static SocketTable row(IPConnection connection) {
        return OshiRows.table(List.of(connection), true);
    }

    private static IPConnection connection(
            String type, String local, int localPort, String remote, int remotePort, TcpState state, int pid) {
        HexFormat hex = HexFormat.of();
        return new IPConnection(
                type, hex.parseHex(local), localPort, hex.parseHex(remote), remotePort, state, 5, 6, pid);
    }
}
