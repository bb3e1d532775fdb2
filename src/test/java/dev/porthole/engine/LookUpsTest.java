package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.SocketState;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Real sockets on loopback.
@Timeout(60)
@Tag("host")
@EnabledOnOs(OS.LINUX)
class LookUpsTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @Test
    @SuppressWarnings("try")
    void aLookUpSeesWhatHappenedSinceTheReading() throws Exception {
        try (SocketMonitor monitor = Engine.monitor("netlink", Duration.ZERO);
                ServerSocket server = new ServerSocket(0, 5, LOOPBACK);
                Socket client = new Socket(LOOPBACK, server.getLocalPort());
                Socket accepted = server.accept()) {
            SocketKey key = key(monitor.snapshot(), accepted.getPort(), SocketState.ESTABLISHED, true);
            client.getOutputStream().write(new byte[300]);
            long began = System.nanoTime();
            while (queue(monitor, key) != 300 && System.nanoTime() - began < 10_000_000_000L) {
                Thread.onSpinWait();
            }

            assertEquals(300, queue(monitor, key));
            client.close();
            accepted.close();
            LookUps.Found after = monitor.lookUps().lookUp(List.of(key));
            boolean ended = after.gone().contains(key)
                    || (after.live().size() == 1 && after.live().state(0) != SocketState.ESTABLISHED);
            assertTrue(ended, after.toString());
        }
    }

    @Test
    @SuppressWarnings("try")
    void whatWasNeverFoundIsUnknownAndNotGone() throws Exception {
        try (SocketMonitor monitor = Engine.monitor("netlink", Duration.ZERO);
                ServerSocket server = new ServerSocket(0, 5, LOOPBACK)) {
            SocketKey key = key(monitor.snapshot(), server.getLocalPort(), SocketState.LISTEN, false);
            SocketKey other = new SocketKey(key.protocol(), key.local(), key.remote(), key.identity() + 1);

            LookUps.Found found = monitor.lookUps().lookUp(List.of(other, key));

            assertEquals(Set.of(key), keys(found));
            assertEquals(Set.of(), found.gone());
            server.close();
            assertEquals(
                    Set.of(key), monitor.lookUps().lookUp(List.of(key, other)).gone());
            assertEquals(
                    Set.of(key), monitor.lookUps().lookUp(List.of(key, other)).gone(), "and it stays gone");
        }
    }

    @Test
    void aScreenfulIsLookedUpAtOnce() throws Exception {
        try (SocketMonitor monitor = Engine.monitor("netlink", Duration.ZERO)) {
            List<ServerSocket> servers =
                    IntStream.range(0, 60).mapToObj(_ -> listener()).toList();
            Snapshot snapshot = monitor.snapshot();
            Set<Integer> ports =
                    Set.copyOf(servers.stream().map(ServerSocket::getLocalPort).toList());
            List<SocketKey> keys = IntStream.range(0, snapshot.size())
                    .filter(row -> ports.contains(snapshot.table().localPort(row))
                            && snapshot.state(row) == SocketState.LISTEN)
                    .mapToObj(snapshot.table()::key)
                    .toList();

            LookUps.Found found = monitor.lookUps().lookUp(keys);

            assertEquals(60, keys.size());
            assertEquals(Set.copyOf(keys), keys(found));
            assertEquals(3, found.live().figure(0, Figure.BACKLOG, -1));
            for (ServerSocket server : servers) {
                server.close();
            }
        }
    }

    @Test
    void udpAndOtherSourcesAreNotLookedUp() throws Exception {
        try (SocketMonitor netlink = Engine.monitor("netlink", Duration.ZERO);
                SocketMonitor proc = Engine.monitor("proc", Duration.ZERO);
                DatagramSocket udp = new DatagramSocket(0, LOOPBACK)) {
            SocketKey key = key(netlink.snapshot(), udp.getLocalPort(), SocketState.NONE, false);

            assertFalse(netlink.lookUps().canLookUp(key));
            assertFalse(proc.lookUps().canLookUp(key));
            for (SocketMonitor monitor : List.of(netlink, proc)) {
                LookUps.Found found = monitor.lookUps().lookUp(List.of(key));
                assertEquals(Set.of(), keys(found));
                assertEquals(Set.of(), found.gone());
            }
        }
    }

    private static long queue(SocketMonitor monitor, SocketKey key) throws Exception {
        SocketTable live = monitor.lookUps().lookUp(List.of(key)).live();
        return live.size() == 0 ? -1 : live.receiveQueue(0).orElse(-1);
    }

    private static Set<SocketKey> keys(LookUps.Found found) {
        return IntStream.range(0, found.live().size())
                .mapToObj(found.live()::key)
                .collect(Collectors.toSet());
    }

    private static ServerSocket listener() {
        try {
            return new ServerSocket(0, 3, LOOPBACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SocketKey key(Snapshot snapshot, int port, SocketState state, boolean remote) {
        for (int row = 0; row < snapshot.size(); row++) {
            var table = snapshot.table();
            int found = remote ? table.remotePort(row) : table.localPort(row);
            if (found == port && snapshot.state(row) == state) {
                return table.key(row);
            }
        }
        throw new AssertionError("no socket at port " + port);
    }
}
