package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What psutil tells of sockets of each kind on Linux holds for every source: `type state local-address`.
@Tag("host")
@EnabledOnOs(OS.LINUX)
class SocketKindsTest {
    private static final ProtocolFamily IPV4 = StandardProtocolFamily.INET;
    private static final ProtocolFamily IPV6 = StandardProtocolFamily.INET6;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListenerOfEachFamilyIsOneRow(SourceChooser.Choice choice) throws IOException {
        assertEquals(List.of("tcp LISTEN 127.0.0.1"), rows(choice, listener(IPV4, "127.0.0.1", 0)));
        assertEquals(List.of("tcp6 LISTEN ::1"), rows(choice, listener(IPV6, "::1", 0)));
    }

    @ParameterizedTest
    @EnumSource
    void aDatagramSocketHasNoState(SourceChooser.Choice choice) throws IOException {
        assertEquals(List.of("udp NONE 127.0.0.1"), rows(choice, datagram(IPV4, "127.0.0.1")));
        assertEquals(List.of("udp6 NONE ::1"), rows(choice, datagram(IPV6, "::1")));
    }

    @ParameterizedTest
    @EnumSource
    void aClientOverIpv4OfAListenerOverBothIsIpv4AndItsServerIsMapped(SourceChooser.Choice choice) throws IOException {
        int port = listener(IPV6, "::", 0);
        SocketChannel client = keep(SocketChannel.open(IPV4));
        client.connect(at("127.0.0.1", port));

        assertEquals(List.of("tcp ESTABLISHED 127.0.0.1"), rows(choice, port(client.getLocalAddress())));
        assertEquals(List.of("tcp6 ESTABLISHED ::ffff:127.0.0.1", "tcp6 LISTEN ::"), rows(choice, port));
    }

    @ParameterizedTest
    @EnumSource
    void listenersThatShareAPortAreARowEach(SourceChooser.Choice choice) throws IOException {
        int port = listener(IPV4, "127.0.0.1", 0);
        listener(IPV4, "127.0.0.1", port);
        listener(IPV4, "127.0.0.1", port);

        assertEquals(
                List.of("tcp LISTEN 127.0.0.1", "tcp LISTEN 127.0.0.1", "tcp LISTEN 127.0.0.1"), rows(choice, port));
    }

    @ParameterizedTest
    @EnumSource
    void aSocketThatIsBoundAndNoMoreIsNoRow(SourceChooser.Choice choice) throws IOException {
        SocketChannel bound = keep(SocketChannel.open(IPV4));
        bound.bind(at("127.0.0.1", 0));

        assertEquals(List.of(), rows(choice, port(bound.getLocalAddress())));
    }

    private int listener(ProtocolFamily family, String address, int port) throws IOException {
        ServerSocketChannel listener = keep(ServerSocketChannel.open(family));
        listener.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        listener.bind(at(address, port));
        return port(listener.getLocalAddress());
    }

    private int datagram(ProtocolFamily family, String address) throws IOException {
        DatagramChannel socket = keep(DatagramChannel.open(family));
        socket.bind(at(address, 0));
        return port(socket.getLocalAddress());
    }

    private <C extends AutoCloseable> C keep(C channel) {
        open.add(channel);
        return channel;
    }

    private static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    private static int port(SocketAddress address) {
        return ((InetSocketAddress) address).getPort();
    }

    /// The rows with that local port.
    private static List<String> rows(SourceChooser.Choice choice, int port) throws IOException {
        SocketTable table = SourceChooser.open(choice).sockets().read().table();
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            if (table.localPort(row) == port) {
                rows.add("%s %s %s"
                        .formatted(
                                table.protocol(row).name().toLowerCase(Locale.ROOT),
                                table.state(row),
                                table.localAddress(row)));
            }
        }
        rows.sort(null);
        return rows;
    }
}
