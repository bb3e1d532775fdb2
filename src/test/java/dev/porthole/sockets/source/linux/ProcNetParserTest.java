package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The fixtures are the four files as Linux 6.18 wrote them in a network namespace with one socket of each kind.
class ProcNetParserTest {
    private static final String HEADING =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
    private static final String LINE = "   0: 0100007F:0CEA 0200007F:8984 01 00000001:00000020 00:00000000 00000000"
            + "  1000        0 34567 2 00000000af0cac75 20 0 0 10 -1\n";

    @Test
    void aRecordedIpv4TableIsReadWhole() throws IOException {
        SocketTable table = recorded(Protocol.TCP);

        assertEquals(34, table.size());
        assertEquals(8, count(table, SocketState.LISTEN));
        assertEquals(16, count(table, SocketState.ESTABLISHED));
        assertEquals(2, count(table, SocketState.SYN_SENT));
        assertEquals(1, count(table, SocketState.SYN_RECV));
        assertEquals(3, count(table, SocketState.FIN_WAIT2));
        assertEquals(1, count(table, SocketState.TIME_WAIT));
        assertEquals(3, count(table, SocketState.CLOSE_WAIT));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 127.0.0.1:3306, 0.0.0.0:0, LISTEN, 0, 0, 20155",
        "6, 127.0.0.1:7000, 0.0.0.0:0, LISTEN, 3, 0, 20161",
        "9, 127.0.0.1:7000, 127.0.0.1:34256, ESTABLISHED, 0, 0, 0",
        "14, 127.0.0.1:3306, 127.0.0.1:52098, CLOSE_WAIT, 1, 0, 20174",
        "15, 127.0.0.1:7100, 127.0.0.1:45296, SYN_RECV, 0, 0, 0",
        "22, 127.0.0.1:3306, 127.0.0.1:52088, ESTABLISHED, 5, 0, 20166",
        "26, 127.0.0.1:36514, 127.0.0.1:7200, SYN_SENT, 0, 1, 20183",
        "30, 127.0.0.1:52092, 127.0.0.1:3306, FIN_WAIT2, 0, 0, 20171",
        "32, 127.0.0.1:52104, 127.0.0.1:3306, TIME_WAIT, 0, 0, 0",
    })
    void eachFieldStandsInItsPlace(
            int row, String local, String remote, SocketState state, long receive, long send, long inode)
            throws IOException {
        SocketTable table = recorded(Protocol.TCP);

        assertEquals(local, table.key(row).local().toString());
        assertEquals(remote, table.key(row).remote().toString());
        assertEquals(state, table.state(row));
        assertEquals(OptionalLong.of(receive), table.receiveQueue(row));
        assertEquals(OptionalLong.of(send), table.sendQueue(row));
        assertEquals(OptionalLong.of(inode), table.inode(row));
    }

    @Test
    void listenersThatShareAPortAreTwoRows() throws IOException {
        SocketTable table = recorded(Protocol.TCP);

        assertEquals("0.0.0.0:9000", table.key(0).local().toString());
        assertEquals(table.key(0).local(), table.key(1).local());
        assertNotEquals(table.key(0), table.key(1));
    }

    @Test
    void theUserIsReadWhereTheKernelKnowsIt() throws IOException {
        SocketTable table = recorded(Protocol.TCP);

        assertEquals(OptionalInt.of(1000), table.uid(5));
        assertEquals(OptionalInt.of(0), table.uid(2));
        assertEquals(OptionalInt.of(0), table.uid(15), "a handshake is its listener's");
    }

    /// Row 33 was closed by a process of user 1000; the kernel writes 0.
    @Test
    void aSocketThatNobodyHoldsIsNotRoots() throws IOException {
        SocketTable table = recorded(Protocol.TCP);

        assertEquals(OptionalInt.empty(), table.uid(32));
        assertEquals(OptionalInt.empty(), table.uid(33));
        assertEquals(OptionalInt.empty(), table.uid(9), "not accepted");
    }

    @Test
    void mappedAddressesStayIpv6() throws IOException {
        SocketTable table = recorded(Protocol.TCP6);

        assertEquals(6, table.size());
        assertEquals("[::1]:5432", table.key(0).local().toString());
        assertEquals("[::]:8080", table.key(1).local().toString());
        assertEquals("[::ffff:127.0.0.1]:35214", table.key(2).remote().toString());
        assertEquals(SocketState.TIME_WAIT, table.state(2));
    }

    @Test
    void udpHasNoStateConnectedOrNot() throws IOException {
        SocketTable udp = recorded(Protocol.UDP);
        SocketTable udp6 = recorded(Protocol.UDP6);

        assertEquals(4, count(udp, SocketState.NONE));
        assertEquals(2, count(udp6, SocketState.NONE));
        assertEquals("127.0.0.1:5353", udp.key(0).remote().toString());
        assertEquals(832, udp.receiveQueue(3).orElseThrow());
        assertEquals("[::ffff:127.0.0.1]:5353", udp6.key(0).remote().toString());
    }

    @Test
    void aBigEndianMachineWritesAddressesTheOtherWayRound() {
        SocketTable.Builder into = new SocketTable.Builder();
        String ipv4 = HEADING + LINE.replace("0100007F", "7F000001");
        String ipv6 = HEADING
                + LINE.replace("0100007F", "20010DB8000000000000000000000001").replace("0200007F", "0".repeat(32));

        assertEquals(0, parse(ipv4, Protocol.TCP, ByteOrder.BIG_ENDIAN, into));
        assertEquals(0, parse(ipv6, Protocol.TCP6, ByteOrder.BIG_ENDIAN, into));

        SocketTable table = into.build();
        assertEquals("127.0.0.1:3306", table.key(0).local().toString());
        assertEquals("[2001:db8::1]:3306", table.key(1).local().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\n",
                "   0: 0100007F:0CEA\n",
                "   0: 0100007F-0CEA 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 1 1\n",
                "   0: 0100007G:0CEA 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 1 1\n",
                "   0: 0100007F:0CE 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 1 1\n",
                "   0: 0100007F:0CEA 00000000:0000 0A 00000000:00000000 00:00000000 00000000 -1 0 1 1\n",
                "   0: 0100007F:0CEA 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 1x 1\n",
                "   0: 0100007F:0CEA 00000000:0000 0A 00000000:00000000 00:00000000 00000000 4294967296 0 1 1\n",
                "   0: 0100007F:0CEA 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 9999999999999999999 1\n",
                "   0: 00000000000000000000000001000000:1538 00000000000000000000000000000000:0000 0A 0:0 0:0 0 0 0 1 1\n",
                "\u0000\u0001\u00ff:\n",
            })
    void aGarbledLineIsCountedAndTheOthersStand(String garbled) {
        SocketTable.Builder into = new SocketTable.Builder();

        assertEquals(1, parse(HEADING + LINE + garbled + LINE, Protocol.TCP, ByteOrder.LITTLE_ENDIAN, into));
        assertEquals(2, into.build().size());
    }

    @Test
    void aTextCutAnywhereNeverGivesAWrongRow() {
        String whole = HEADING + LINE;
        String row = row(parsed(whole));
        int inodeEnds = whole.indexOf(" 34567 ") + " 34567 ".length();
        for (int length = 0; length <= whole.length(); length++) {
            SocketTable.Builder into = new SocketTable.Builder();
            int garbled = parse(whole.substring(0, length), Protocol.TCP, ByteOrder.LITTLE_ENDIAN, into);
            SocketTable table = into.build();

            boolean enough = length >= inodeEnds;
            assertEquals(enough ? 1 : 0, table.size(), "cut at " + length);
            boolean begun =
                    !whole.substring(0, length).replaceFirst("^[^\n]*\n?", "").isBlank();
            assertEquals(begun && !enough ? 1 : 0, garbled, "cut at " + length);
            if (enough) {
                assertEquals(row, row(table));
            }
        }
    }

    @Test
    void theLastLineMayLackItsNewline() {
        assertEquals(row(parsed(HEADING + LINE)), row(parsed(HEADING + LINE.stripTrailing())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", HEADING, HEADING + "\n   \n"})
    void withoutLinesThereAreNoSocketsAndNoGap(String text) {
        SocketTable.Builder into = new SocketTable.Builder();

        assertEquals(0, parse(text, Protocol.TCP, ByteOrder.LITTLE_ENDIAN, into));
        assertEquals(0, into.build().size());
    }

    /// As psutil reads them, by the numbers of the kernel.
    @ParameterizedTest
    @CsvSource({
        "01, ESTABLISHED",
        "02, SYN_SENT",
        "03, SYN_RECV",
        "04, FIN_WAIT1",
        "05, FIN_WAIT2",
        "06, TIME_WAIT",
        "07, CLOSE",
        "08, CLOSE_WAIT",
        "09, LAST_ACK",
        "0A, LISTEN",
        "0B, CLOSING",
        "0C, SYN_RECV",
    })
    void eachCodeOfTheKernelIsAState(String code, SocketState state) {
        assertEquals(
                state, parsed(HEADING + LINE.replace(" 01 ", " " + code + " ")).state(0));
    }

    @ParameterizedTest
    @CsvSource({"0500000A:0016, 10.0.0.5:22", "00000000:0000, 0.0.0.0:0", "0100007F:FFFF, 127.0.0.1:65535"})
    void addressesAreLittleEndianAndPortsAreNot(String written, String end) {
        SocketTable table = parsed(HEADING + LINE.replace("0200007F:8984", written));

        assertEquals(end, table.key(0).remote().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "0D", "FF"})
    void aStateThatNobodyKnowsIsUnknown(String code) {
        SocketTable table = parsed(HEADING + LINE.replace(" 01 ", " " + code + " "));

        assertEquals(SocketState.UNKNOWN, table.state(0));
    }

    @Test
    void theLargestUserAndInodeAreRead() {
        SocketTable table = parsed(HEADING
                + LINE.replace(" 1000 ", " 4294967295 ").replace("34567", "18446744073709551".substring(0, 17)));

        assertEquals(-1, table.uid(0).orElseThrow());
        assertTrue(table.inode(0).orElseThrow() > Integer.MAX_VALUE);
    }

    private static SocketTable parsed(String text) {
        SocketTable.Builder into = new SocketTable.Builder();
        assertEquals(0, parse(text, Protocol.TCP, ByteOrder.LITTLE_ENDIAN, into));
        return into.build();
    }

    private static int parse(String text, Protocol protocol, ByteOrder order, SocketTable.Builder into) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] withRemains = (text + "1".repeat(200)).getBytes(StandardCharsets.ISO_8859_1);
        return ProcNetParser.parse(withRemains, bytes.length, protocol, order, into);
    }

    private static SocketTable recorded(Protocol protocol) throws IOException {
        SocketTable.Builder into = new SocketTable.Builder();
        try (InputStream file = ProcNetParserTest.class.getResourceAsStream(protocol.word())) {
            byte[] text = Objects.requireNonNull(file).readAllBytes();
            assertEquals(0, ProcNetParser.parse(text, text.length, protocol, ByteOrder.LITTLE_ENDIAN, into));
        }
        return into.build();
    }

    private static long count(SocketTable table, SocketState state) {
        return IntStream.range(0, table.size())
                .filter(row -> table.state(row) == state)
                .count();
    }

    private static String row(SocketTable table) {
        return IntStream.range(0, table.size())
                .mapToObj(row -> table.key(row) + " " + table.state(row) + table.uid(row) + table.receiveQueue(row)
                        + table.sendQueue(row))
                .collect(Collectors.joining());
    }
}
