package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porthole.engine.ConnectionCloser.Outcome;
import dev.porthole.engine.ConnectionCloser.Refusal;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.source.SocketCloser;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Real connections on loopback, made and closed by the test. Those need root.
@Timeout(60)
@Tag("host")
@EnabledOnOs(OS.LINUX)
class ConnectionCloserTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void aClosedConnectionIsGoneAndItsEndsAreTold() throws Exception {
        try (SocketMonitor monitor = monitor();
                ServerSocket server = new ServerSocket(0, 5, LOOPBACK);
                Socket client = new Socket(LOOPBACK, server.getLocalPort());
                Socket accepted = server.accept()) {
            SocketEntry socket = socket(monitor, client.getLocalPort(), SocketState.ESTABLISHED);

            assertEquals(Outcome.CLOSED, close(monitor, socket));
            assertThrows(SocketException.class, () -> client.getInputStream().read());
            assertThrows(SocketException.class, () -> accepted.getInputStream().read());
            assertEquals(Outcome.GONE, close(monitor, socket), "a second time there is nothing to close");
        }
    }

    @Test
    void anotherConnectionOnTheSamePortsIsLeftAlone() throws Exception {
        try (SocketMonitor monitor = monitor();
                ServerSocket server = new ServerSocket(0, 5, LOOPBACK);
                Socket client = new Socket(LOOPBACK, server.getLocalPort());
                Socket accepted = server.accept()) {
            SocketEntry socket = socket(monitor, client.getLocalPort(), SocketState.ESTABLISHED);
            SocketKey key = socket.key();
            SocketEntry before = Sample.with(
                    socket,
                    new SocketKey(key.protocol(), key.local(), key.remote(), key.identity() - 1),
                    socket.inode());

            assertEquals(Outcome.GONE, close(monitor, before));
            client.getOutputStream().write(7);
            assertEquals(7, accepted.getInputStream().read());
        }
    }

    @Test
    void aListenerStopsListening() throws Exception {
        try (SocketMonitor monitor = monitor();
                ServerSocket server = new ServerSocket(0, 5, LOOPBACK)) {
            assertEquals(Outcome.CLOSED, close(monitor, socket(monitor, server.getLocalPort(), SocketState.LISTEN)));
            assertThrows(IOException.class, () -> new Socket(LOOPBACK, server.getLocalPort()).close());
        }
    }

    /// The kernel picks one of them by the address, mostly not the one that is meant.
    @Test
    void ofListenersThatShareAPortNoneButTheOneMeantIsClosed() throws Exception {
        try (SocketMonitor monitor = monitor();
                ServerSocketChannel first = shared(0);
                ServerSocketChannel second = shared(((InetSocketAddress) first.getLocalAddress()).getPort())) {
            int port = ((InetSocketAddress) second.getLocalAddress()).getPort();
            long before = listeners(monitor.snapshot(), port);
            Outcome outcome = close(monitor, socket(monitor, port, SocketState.LISTEN));

            assertEquals(2, before);
            assertEquals(outcome == Outcome.CLOSED ? 1 : 2, listeners(monitor.snapshot(), port), outcome.name());
        }
    }

    @Test
    void aConnectedUdpSocketLosesItsOtherEnd() throws Exception {
        try (SocketMonitor monitor = monitor();
                DatagramSocket server = new DatagramSocket(0, LOOPBACK);
                DatagramSocket client = new DatagramSocket(0, LOOPBACK)) {
            client.connect(LOOPBACK, server.getLocalPort());
            SocketEntry socket = socket(monitor, client.getLocalPort(), SocketState.NONE);

            assertEquals(Outcome.CLOSED, close(monitor, socket));
        }
    }

    @Test
    void whatCannotBeClosedIsRefusedBeforehand() {
        SocketEntry unconnected = Sample.mixed().entry(3);
        SocketEntry connected = Sample.mixed().entry(1);
        SocketEntry listener = Sample.mixed().entry(0);
        ConnectionCloser root = new ConnectionCloser(Optional.of(new Answering(true, SocketCloser.Answer.CLOSED)));
        ConnectionCloser user = new ConnectionCloser(Optional.of(new Answering(false, SocketCloser.Answer.DENIED)));
        ConnectionCloser elsewhere = new ConnectionCloser(Optional.empty());

        assertEquals(Optional.empty(), root.refusal(connected));
        assertEquals(Optional.empty(), root.refusal(listener));
        assertEquals(Optional.of(Refusal.NOT_CONNECTED), root.refusal(unconnected));
        assertEquals(Optional.of(Refusal.NO_RIGHTS), user.refusal(connected));
        assertEquals(Optional.of(Refusal.NO_WAY), elsewhere.refusal(connected));
        assertThrows(IllegalArgumentException.class, () -> elsewhere.close(connected));
        assertThrows(IllegalArgumentException.class, () -> user.close(connected));
    }

    @Test
    void eachAnswerOfTheSystemIsAnOutcome() throws IOException {
        SocketEntry connected = Sample.mixed().entry(1);
        for (SocketCloser.Answer answer : SocketCloser.Answer.values()) {
            ConnectionCloser closer = new ConnectionCloser(Optional.of(new Answering(true, answer)));

            assertEquals(answer.name(), closer.close(connected).name());
        }
    }

    @Test
    void procAndOshiHaveNoWay() throws Exception {
        try (SocketMonitor monitor = Engine.monitor("proc", Duration.ZERO)) {
            assertEquals(
                    Optional.of(Refusal.NO_WAY),
                    monitor.closer().refusal(Sample.mixed().entry(1)));
        }
    }

    private record Answering(boolean hasRights, Answer answer) implements SocketCloser {
        @Override
        public Answer close(SocketKey key) {
            return answer;
        }
    }

    private static SocketMonitor monitor() throws IOException {
        SocketMonitor monitor = Engine.monitor(Duration.ZERO);
        if (monitor.closer().refusal(Sample.mixed().entry(1)).isPresent()) {
            monitor.close();
            assumeTrue(false, "closing connections needs root");
        }
        return monitor;
    }

    private static Outcome close(SocketMonitor monitor, SocketEntry socket) throws IOException {
        return monitor.closer().close(socket);
    }

    private static ServerSocketChannel shared(int port) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        return channel.bind(new InetSocketAddress(LOOPBACK, port));
    }

    private static long listeners(Snapshot snapshot, int port) {
        long count = 0;
        for (int row = 0; row < snapshot.size(); row++) {
            boolean listens = snapshot.state(row) == SocketState.LISTEN;
            count += listens && snapshot.table().localPort(row) == port ? 1 : 0;
        }
        return count;
    }

    private static SocketEntry socket(SocketMonitor monitor, int port, SocketState state) throws Exception {
        Snapshot snapshot = monitor.snapshot();
        for (int row = 0; row < snapshot.size(); row++) {
            if (snapshot.table().localPort(row) == port && snapshot.state(row) == state) {
                return snapshot.entry(row);
            }
        }
        throw new AssertionError("no socket at port " + port);
    }
}
