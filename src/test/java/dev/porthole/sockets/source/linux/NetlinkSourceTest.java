package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.SocketState;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Reading;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("host")
@EnabledOnOs(OS.LINUX)
class NetlinkSourceTest {
    @Test
    void aListenersBacklogIsTheOneThatItAskedFor() throws IOException {
        try (NetlinkSource source = new NetlinkSource();
                ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 17);
            Reading reading = source.read();

            assertEquals(List.of(), reading.gaps());
            assertEquals("netlink", reading.source());
            assertEquals(OptionalLong.of(17), reading.table().figure(listener(reading, server), Figure.BACKLOG));
        }
    }

    @Test
    void aReadingOfOnePortHasBothEndsOfItAndNoOther() throws IOException {
        try (NetlinkSource source = new NetlinkSource();
                ServerSocket four = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                ServerSocket other = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                Socket client = new Socket(four.getInetAddress(), four.getLocalPort());
                Socket server = four.accept();
                DatagramSocket udp = new DatagramSocket(four.getLocalPort(), InetAddress.ofLiteral("127.0.0.1"))) {
            assertTrue(other.isBound() && client.isConnected() && server.isConnected() && udp.isBound());
            Reading reading = source.read(four.getLocalPort()).orElseThrow();

            assertEquals(List.of(), reading.gaps());
            assertEquals(
                    List.of("ESTABLISHED", "ESTABLISHED", "LISTEN", "NONE"),
                    IntStream.range(0, reading.table().size())
                            .mapToObj(row -> reading.table().state(row).name())
                            .sorted()
                            .toList());
            assertTrue(source.read().table().size() > 4);
        }
    }

    @Test
    void aSocketKeepsItsIdentityAndThePortsNextOneHasAnother() throws IOException {
        try (NetlinkSource source = new NetlinkSource()) {
            InetSocketAddress address;
            Reading first;
            Reading again;
            int row;
            try (ServerSocketChannel server = ServerSocketChannel.open()) {
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                address = (InetSocketAddress) server.getLocalAddress();
                first = source.read();
                row = listener(first, server);
                again = source.read();
                assertEquals(first.table().key(row), again.table().key(listener(again, server)));
            }
            try (ServerSocketChannel server = ServerSocketChannel.open()) {
                server.bind(address);
                Reading next = source.read();
                assertNotEquals(first.table().key(row), next.table().key(listener(next, server)));
            }
        }
    }

    @Test
    @SuppressWarnings("try")
    void aClosedSourceReadsAgainWithANewSocket() throws IOException {
        try (NetlinkSource source = new NetlinkSource()) {
            source.read();
            source.close();

            assertEquals(List.of(), source.read().gaps());
        }
    }

    private static int listener(Reading reading, ServerSocketChannel server) throws IOException {
        int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        for (int row = 0; row < reading.table().size(); row++) {
            if (reading.table().localPort(row) == port && reading.table().state(row) == SocketState.LISTEN) {
                return row;
            }
        }
        throw new AssertionError("no listener on " + port);
    }
}
