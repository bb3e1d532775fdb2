package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers of a Linux 6.18 (x86-64): both TCP families in one legacy dump (question 7), UDP (8, 9), an exact look-up
/// (10) and one for a socket that is gone (11).
class DiagReplyTest {
    private static final int HEADER = 16;
    /// Where the first message's attributes begin.
    private static final int ATTRIBUTES = HEADER + DiagRow.LENGTH;

    private final SocketTable.Builder table = new SocketTable.Builder();
    private final DiagReply reply = new DiagReply(table);

    @Test
    void oneWalkGivesTheSocketsOfBothFamilies() throws IOException {
        assertTrue(read("tcp.diag", 7, true));

        assertEquals(
                List.of(
                        "TCP LISTEN 127.0.0.1:2202 0.0.0.0:0",
                        "TCP LISTEN 127.0.0.1:2201 0.0.0.0:0",
                        "TCP6 LISTEN [::1]:2203 [::]:0",
                        "TCP6 LISTEN [::]:2204 [::]:0",
                        "TCP ESTABLISHED 127.0.0.1:2202 127.0.0.1:40003",
                        "TCP6 ESTABLISHED [::ffff:127.0.0.1]:2204 [::ffff:127.0.0.1]:40005",
                        "TCP ESTABLISHED 127.0.0.1:40001 127.0.0.1:2201",
                        "TCP ESTABLISHED 127.0.0.1:40002 127.0.0.1:2201",
                        "TCP6 FIN_WAIT2 [::1]:40006 [::1]:2203",
                        "TCP ESTABLISHED 127.0.0.1:40005 127.0.0.1:2204",
                        "TCP6 CLOSE_WAIT [::1]:2203 [::1]:40006",
                        "TCP ESTABLISHED 127.0.0.1:40003 127.0.0.1:2202",
                        "TCP TIME_WAIT 127.0.0.1:40004 127.0.0.1:2202",
                        "TCP ESTABLISHED 127.0.0.1:2201 127.0.0.1:40001",
                        "TCP ESTABLISHED 127.0.0.1:2201 127.0.0.1:40002"),
                rows());
        assertEquals(15, reply.rows());
        assertEquals(0, reply.garbled());
        assertEquals(0, reply.errno());
        assertTrue(reply.sawIpv6());
    }

    /// What `ss -tanie` printed of it at that moment.
    @Test
    void aBusyConnectionHasTheFiguresThatSsShows() throws IOException {
        read("tcp.diag", 7, true);

        assertEquals(
                "RECEIVE_QUEUE=400 SEND_QUEUE=0 UID=0 INODE=345922 RTT_US=4 RTT_VARIATION_US=2 MIN_RTT_US=4"
                        + " RETRANSMIT_TIMEOUT_US=204000 RETRANSMITS=0 CONGESTION_WINDOW=11 SEGMENT_SIZE=35328"
                        + " PATH_MTU=65535 BYTES_ACKED=1001 BYTES_RECEIVED=500 BYTES_SENT=1000 BYTES_RETRANSMITTED=0"
                        + " DELIVERY_RATE=5046857142 TIMER=2 TIMER_LEFT_MS=7199948 DROPS=0 CGROUP=1",
                figures(11));
        assertEquals(32168, table.build().key(11).identity(), "the kernel's cookie");
    }

    @Test
    void aListenerHasItsQueueAndBacklogAndNoConnectionsFigures() throws IOException {
        read("tcp.diag", 7, true);

        assertEquals("RECEIVE_QUEUE=2 SEND_QUEUE=0 UID=0 INODE=345918 DROPS=0 BACKLOG=1 CGROUP=1", figures(1));
        assertEquals(OptionalLong.of(1), table.build().figure(2, Figure.V6_ONLY));
        assertEquals(OptionalLong.of(0), table.build().figure(3, Figure.V6_ONLY), "dual-stack");
    }

    @Test
    void whoHadAClosedSocketIsAbsentAndNotRoot() throws IOException {
        read("tcp.diag", 7, true);

        assertEquals("RECEIVE_QUEUE=0 SEND_QUEUE=0 INODE=0 TIMER=3 TIMER_LEFT_MS=59948", figures(12));
    }

    @Test
    void udpHasNoStates() throws IOException {
        assertTrue(read("udp.diag", 8, false));
        assertTrue(read("udp6.diag", 9, false));

        assertTrue(rows().contains("UDP NONE 127.0.0.1:5302 127.0.0.1:5301"), rows().toString());
        assertTrue(rows().contains("UDP NONE 127.0.0.1:5301 0.0.0.0:0"), rows().toString());
        assertTrue(rows().contains("UDP6 NONE [::]:5303 [::]:0"), rows().toString());
        assertEquals(3, table.size());
    }

    @Test
    void anExactLookUpIsAskedAndAnsweredAsTheKernelDoes() throws IOException {
        assertFalse(read("one.diag", 10, true), "one message, and no end of a list");
        ByteBuffer request = ByteBuffer.allocate(72).order(ByteOrder.LITTLE_ENDIAN);
        DiagRequest.one(request, table.build().key(0), 10);

        assertEquals(List.of("TCP ESTABLISHED 127.0.0.1:40003 127.0.0.1:2202"), rows());
        assertEquals(ByteBuffer.wrap(resource("one.request")), request.flip());
    }

    @Test
    void aSocketThatIsGoneIsAnErrorNumber() throws IOException {
        assertTrue(read("gone.diag", 11, true));

        assertEquals(2, reply.errno());
        assertEquals(0, table.size());
    }

    @Test
    void anAnswerToAnotherQuestionIsPassedOver() throws IOException {
        assertFalse(read("tcp.diag", 6, true));

        assertEquals(0, table.size());
        assertEquals(0, reply.garbled());
    }

    /// A cut at every length: the whole sockets before it are there, no other, and no exception.
    @Test
    void aCutAnswerGivesItsWholeSocketsAndNoOther() throws IOException {
        byte[] bytes = resource("tcp.diag");
        read("tcp.diag", 7, true);
        List<String> all = rows();
        for (int length = 0; length < bytes.length; length++) {
            table.clear();
            reply.begin(7, true);
            boolean complete = reply.read(little(Arrays.copyOf(bytes, length)), bytes.length);

            assertFalse(complete && length < bytes.length - 20);
            assertTrue(reply.cut());
            assertEquals(all.subList(0, table.size()), rows());
            assertEquals(reply.rows(), table.size());
        }
    }

    @Test
    void garbageRaisesNoException() throws IOException {
        Random random = new Random(7);
        byte[] good = resource("tcp.diag");
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int k = 0; k < 1 + i % 8; k++) {
                bytes[random.nextInt(i % 2 == 0 ? bytes.length : 400)] = (byte) random.nextInt();
            }
            table.clear();
            reply.begin(7, true);
            reply.read(little(bytes), bytes.length);
            table.build();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 17, 87, 100_000, -1})
    void aMessageOfAWrongLengthIsGarbled(int length) throws IOException {
        ByteBuffer bytes = little(resource("tcp.diag")).putInt(0, length);
        reply.begin(7, true);
        reply.read(bytes, bytes.capacity());

        assertTrue(reply.garbled() > 0);
    }

    @Test
    void aFamilyThatIsNoneIsNoRow() throws IOException {
        ByteBuffer bytes = little(resource("tcp.diag")).put(HEADER, (byte) 1);
        reply.begin(7, true);

        assertTrue(reply.read(bytes, bytes.capacity()));
        assertEquals(14, table.size());
        assertEquals(1, reply.garbled());
    }

    @ParameterizedTest
    @CsvSource({"12, SYN_RECV", "13, UNKNOWN", "0, UNKNOWN", "255, UNKNOWN"})
    void anUnknownStateIsUnknown(int code, SocketState state) throws IOException {
        ByteBuffer bytes = little(resource("tcp.diag")).put(HEADER + 1, (byte) code);
        reply.begin(7, true);
        reply.read(bytes, bytes.capacity());

        assertEquals(state, table.build().state(0));
        assertEquals(0, reply.garbled());
    }

    @Test
    void anUnknownAttributeIsPassedOver() throws IOException {
        ByteBuffer bytes = little(resource("one.diag"));
        int type = attribute(bytes, 2) + 2;
        bytes.putShort(type, (short) 99);
        reply.begin(10, true);
        reply.read(bytes, bytes.capacity());

        assertEquals(OptionalLong.empty(), table.build().figure(0, Figure.RTT_US));
        assertEquals(OptionalLong.of(1), table.build().figure(0, Figure.CGROUP));
        assertEquals(0, reply.garbled());
    }

    @ParameterizedTest
    @ValueSource(shorts = {0, 3, 30_000})
    void aBrokenAttributeIsGarbledAndTakesNoSocketAlong(short length) throws IOException {
        ByteBuffer bytes = little(resource("one.diag"));
        bytes.putShort(attribute(bytes, 2), length);
        reply.begin(10, true);
        reply.read(bytes, bytes.capacity());

        assertEquals(1, table.size());
        assertEquals(1, reply.garbled());
        assertEquals(OptionalLong.empty(), table.build().figure(0, Figure.RTT_US));
    }

    /// The struct has grown with the kernel: what an older one does not have is absent.
    @ParameterizedTest
    @CsvSource({
        "100, '', ''",
        "104, RTT_US, BYTES_ACKED",
        "136, BYTES_ACKED, DELIVERY_RATE",
        "168, DELIVERY_RATE, BYTES_SENT",
        "216, BYTES_SENT, ''",
    })
    void anOlderKernelsFiguresEndWhereItsStructEnds(int length, String there, String absent) throws IOException {
        ByteBuffer bytes = little(resource("one.diag"));
        int at = attribute(bytes, 2) + 4;
        TcpInfo.add(bytes, at, length, table.add(Protocol.TCP, SocketState.ESTABLISHED));
        SocketTable built = table.build();

        assertEquals(length >= 104, built.figure(0, Figure.RETRANSMITS).isPresent());
        assertTrue(there.isEmpty() || built.figure(0, Figure.valueOf(there)).isPresent());
        assertTrue(absent.isEmpty() || built.figure(0, Figure.valueOf(absent)).isEmpty());
    }

    @Test
    void anInterruptedDumpAndARefusedOneSaySo() throws IOException {
        ByteBuffer bytes = little(resource("tcp.diag")).putShort(6, (short) 0x12);
        reply.begin(7, true);
        reply.read(bytes, bytes.capacity());
        assertTrue(reply.interrupted());

        ByteBuffer refused = little(new byte[20]);
        refused.putInt(20)
                .putShort((short) 2)
                .putShort((short) 0)
                .putInt(8)
                .putInt(0)
                .putInt(-93);
        reply.begin(8, true);
        assertTrue(reply.read(refused, 20));
        assertEquals(93, reply.errno());
        assertFalse(reply.interrupted());
    }

    private static int attribute(ByteBuffer bytes, int type) {
        int at = ATTRIBUTES;
        while (bytes.getShort(at + 2) != type) {
            at += (bytes.getShort(at) + 3) & ~3;
        }
        return at;
    }

    private boolean read(String name, int sequence, boolean tcp) throws IOException {
        byte[] bytes = resource(name);
        reply.begin(sequence, tcp);
        return reply.read(little(bytes), bytes.length);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DiagReplyTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private List<String> rows() {
        SocketTable built = table.build();
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < built.size(); row++) {
            rows.add(built.protocol(row) + " " + built.state(row) + " "
                    + built.key(row).local() + " " + built.key(row).remote());
        }
        return rows;
    }

    private String figures(int row) {
        SocketTable built = table.build();
        List<String> words = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            built.figure(row, figure).ifPresent(value -> words.add(figure + "=" + value));
        }
        return String.join(" ", words);
    }
}
