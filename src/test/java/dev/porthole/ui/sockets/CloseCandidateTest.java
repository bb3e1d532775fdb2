package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.engine.ConnectionCloser;
import dev.porthole.engine.Engine;
import dev.porthole.engine.SocketMonitor;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.SocketEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CloseCandidateTest {
    private static final SocketEntry CONNECTION = Sample.mixed().entry(1);

    @Test
    void oneConnectionIsClosedAtATime() throws IOException {
        assertEquals("nothing selected", brief(Optional.empty(), 0));
        assertEquals("several rows", brief(Optional.of(CONNECTION), 2));
    }

    @Test
    void whereTheSystemHasNoWayTheReasonIsSaid() throws IOException {
        assertEquals("needs Linux with netlink", brief(Optional.of(CONNECTION), 1));
    }

    private static String brief(Optional<SocketEntry> first, int count) throws IOException {
        try (SocketMonitor monitor = Engine.monitor("oshi", Duration.ZERO)) {
            ConnectionCloser closer = monitor.closer();
            CloseCandidate candidate = CloseCandidate.of(first, count, closer);
            assertTrue(candidate instanceof CloseCandidate.Refused refused
                    && refused.sentence().endsWith("."));
            return ((CloseCandidate.Refused) candidate).brief();
        }
    }
}
