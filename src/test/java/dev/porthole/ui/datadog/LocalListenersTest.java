package dev.porthole.ui.datadog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.engine.Engine;
import dev.porthole.interchange.datadog.Checks;
import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import dev.porthole.sockets.Snapshot;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalListenersTest {
    @Test
    void theListenerOfAPortIsFoundWithItsProcess() throws Exception {
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.INET);
                var monitor = Engine.monitor(Duration.ofSeconds(10))) {
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            Snapshot snapshot = monitor.snapshot();
            LocalListeners behind = LocalListeners.behind(
                            Checks.V6, server.socket().getLocalPort(), snapshot)
                    .orElseThrow();

            assertEquals(
                    List.of("127.0.0.1"),
                    behind.listeners().stream()
                            .map(listener -> listener.address().toString())
                            .toList());
            assertTrue(behind.isIpv4Only());
            assertEquals(
                    List.of(),
                    LocalListeners.behind(Checks.V6, 70_000, snapshot)
                            .orElseThrow()
                            .listeners());
        }
    }

    @Test
    void ofAnotherMachineNothingIsKnown() throws Exception {
        try (var monitor = Engine.monitor(Duration.ofMillis(1))) {
            Snapshot snapshot = monitor.snapshot();

            assertTrue(LocalListeners.behind(new Address(Family.IPV4, "192.0.2.1"), 80, snapshot)
                    .isEmpty());
            assertTrue(LocalListeners.behind(Checks.V4, 80, Snapshot.empty()).isEmpty());
        }
    }
}
