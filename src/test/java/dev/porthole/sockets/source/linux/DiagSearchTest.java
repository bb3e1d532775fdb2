package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Over the recorded answers of [DiagReplyTest].
class DiagSearchTest {
    private static final int HEADER = 16;

    @Test
    void theSocketWithTheCookieIsFoundAsTheKernelNamesIt() throws IOException {
        ByteBuffer answer = recorded("udp.diag");
        SocketKey key = key(answer, 8, 1);
        DiagSearch search = new DiagSearch(8, key.identity());

        assertTrue(search.read(answer, answer.capacity()));
        ByteBuffer destroy = ByteBuffer.allocate(72).order(ByteOrder.LITTLE_ENDIAN);
        DiagRequest.destroy(destroy, Protocol.UDP, Objects.requireNonNull(search.found()), 9);
        ByteBuffer one = ByteBuffer.allocate(72).order(ByteOrder.LITTLE_ENDIAN);
        DiagRequest.one(one, key, 9);
        assertArrayEquals(
                Arrays.copyOfRange(one.array(), HEADER + 8, 72),
                Arrays.copyOfRange(destroy.array(), HEADER + 8, 72),
                "ports, addresses, cookie");
        assertEquals(21, destroy.getShort(4), "SOCK_DESTROY");
        assertEquals(72, destroy.getInt(0));
    }

    @Test
    void anotherCookieOnTheSamePortsIsNotTheSocket() throws IOException {
        ByteBuffer answer = recorded("udp.diag");
        DiagSearch search = new DiagSearch(8, key(answer, 8, 1).identity() + 1);

        assertTrue(search.read(answer, answer.capacity()));
        assertNull(search.found());
        assertEquals(0, search.errno());
    }

    @Test
    void answersToAnotherQuestionAreNotHeard() throws IOException {
        ByteBuffer answer = recorded("udp.diag");

        assertFalse(new DiagSearch(7, key(answer, 8, 1).identity()).read(answer, answer.capacity()));
    }

    @Test
    void anErrorEndsTheAnswerWithItsNumber() throws IOException {
        ByteBuffer gone = recorded("gone.diag");
        DiagSearch search = new DiagSearch(11, 1);

        assertTrue(search.read(gone, gone.capacity()));
        assertEquals(2, search.errno());
    }

    @Test
    void brokenBytesRaiseNoException() throws IOException {
        ByteBuffer answer = recorded("udp.diag");
        long cookie = key(answer, 8, 1).identity();
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            ByteBuffer broken = recorded("udp.diag");
            broken.put(random.nextInt(broken.capacity()), (byte) random.nextInt());
            DiagSearch search = new DiagSearch(8, cookie);
            search.read(broken, random.nextInt(broken.capacity() + 100));
            assertNotNull(search);
        }
    }

    private static SocketKey key(ByteBuffer answer, int sequence, int row) {
        SocketTable.Builder table = new SocketTable.Builder();
        DiagReply reply = new DiagReply(table);
        reply.begin(sequence, false);
        reply.read(answer, answer.capacity());
        return table.build().key(row);
    }

    private static ByteBuffer recorded(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DiagSearchTest.class.getResourceAsStream(name))) {
            return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
