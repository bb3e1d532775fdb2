package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.sockets.Figure;
import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// News of a Linux 6.18 (x86-64): two connections that carried 1000 bytes there and 500 back, over IPv4 and IPv6, a UDP
/// socket, and a connection that was reset.
class DestroyEventsTest {
    @Test
    void eachEndOfAConnectionAndItsListenerAreTold() throws IOException {
        SocketTable ended = read(recorded());

        assertEquals(
                List.of(
                        "TCP 127.0.0.1:41001 127.0.0.1:2301 493397",
                        "TCP 127.0.0.1:2301 127.0.0.1:41001 493398",
                        "TCP 127.0.0.1:2301 0.0.0.0:0 493399",
                        "TCP6 [::1]:41002 [::1]:2302 493400",
                        "TCP6 [::1]:2302 [::1]:41002 493401",
                        "TCP6 [::1]:2302 [::]:0 493402",
                        "UDP 127.0.0.1:5401 0.0.0.0:0 493403"),
                rows(ended).subList(0, 7));
        assertEquals(10, ended.size());
    }

    @Test
    void theLastFiguresAreWhatTheConnectionCarried() throws IOException {
        SocketTable ended = read(recorded());

        assertEquals(OptionalLong.of(1000), ended.figure(0, Figure.BYTES_SENT));
        assertEquals(OptionalLong.of(500), ended.figure(0, Figure.BYTES_RECEIVED));
        assertEquals(OptionalLong.empty(), ended.figure(6, Figure.BYTES_SENT), "UDP counts none");
    }

    /// The kernel clears the other end before it tells: the cookie is left.
    @Test
    void aResetConnectionIsKnownByItsCookie() throws IOException {
        SocketTable ended = read(recorded());

        assertEquals(0, ended.remotePort(7));
        assertEquals(493404, ended.identity(7));
    }

    @Test
    void brokenBytesRaiseNoException() throws IOException {
        Random random = new Random(42);
        for (int i = 0; i < 5_000; i++) {
            ByteBuffer broken = recorded();
            for (int j = 0; j < 8; j++) {
                broken.put(random.nextInt(broken.capacity()), (byte) random.nextInt());
            }
            SocketTable.Builder table = new SocketTable.Builder();
            DestroyEvents.read(broken, random.nextInt(broken.capacity() + 100), table);
            assertTrue(table.size() <= 40);
        }
    }

    private static SocketTable read(ByteBuffer bytes) {
        SocketTable.Builder table = new SocketTable.Builder();
        DestroyEvents.read(bytes, bytes.capacity(), table);
        return table.build();
    }

    private static List<String> rows(SocketTable table) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            var key = table.key(row);
            rows.add(key.protocol() + " " + key.local() + " " + key.remote() + " " + key.identity());
        }
        return rows;
    }

    private static ByteBuffer recorded() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DestroyEventsTest.class.getResourceAsStream("ended.diag"), "ended.diag")) {
            return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
