package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Real sockets on loopback.
@Timeout(60)
@Tag("host")
@EnabledOnOs(OS.LINUX)
class EndedWatchTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void connectionsBetweenTwoSnapshotsAreCounted() throws Exception {
        try (SocketMonitor monitor = Engine.monitor("netlink", Duration.ZERO)) {
            monitor.watchEnded();
            monitor.snapshot();
            assertEquals(Optional.empty(), monitor.ended(), "nobody watched before the first");
            for (int i = 0; i < 5; i++) {
                connectAndClose();
            }
            int unseen = 0;
            // The kernel tells in its own time, some milliseconds later.
            while (unseen < 10) {
                monitor.snapshot();
                unseen += monitor.ended().orElseThrow().unseen();
            }
            assertTrue(unseen >= 10, "both ends of five");
        }
    }

    @Test
    void withoutAWatchNothingIsSaid() throws Exception {
        try (SocketMonitor monitor = Engine.monitor("netlink", Duration.ZERO);
                SocketMonitor proc = Engine.monitor("proc", Duration.ZERO)) {
            monitor.snapshot();
            monitor.snapshot();
            assertEquals(Optional.empty(), monitor.ended());
            proc.watchEnded();
            proc.snapshot();
            proc.snapshot();
            assertEquals(Optional.empty(), proc.ended(), "/proc does not tell");
        }
    }

    private static void connectAndClose() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK);
                Socket client = new Socket(LOOPBACK, server.getLocalPort());
                Socket accepted = server.accept()) {
            client.getOutputStream().write(7);
            assertEquals(7, accepted.getInputStream().read());
        }
    }
}
