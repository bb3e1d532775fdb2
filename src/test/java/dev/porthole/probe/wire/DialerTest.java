package dev.porthole.probe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.porthole.probe.AddressMode;
import dev.porthole.probe.Approach;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.TimeLimit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// On several loopback addresses of one port, which Linux has without being asked.
@EnabledOnOs(OS.LINUX)
class DialerTest {
    private static final InetAddress GOOD = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("127.0.0.2");
    private static final InetAddress CLOSED = InetAddress.ofLiteral("127.0.0.3");
    private static final Duration PLENTY = Duration.ofSeconds(20);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void theFamiliesTakeTurnsFromTheFirstOne() {
        List<InetAddress> addresses = Stream.of("::1", "::2", "127.0.0.1", "127.0.0.2", "127.0.0.3")
                .map(InetAddress::ofLiteral)
                .toList();
        assertEquals(
                List.of("::1", "127.0.0.1", "::2", "127.0.0.2", "127.0.0.3"),
                HeadStart.interleaved(addresses).stream()
                        .map(address -> Resolver.address(address).text())
                        .toList());
    }

    @Test
    void aRefusalDoesNotHoldUpTheNextAddress() throws Exception {
        try (var server = new ServerSocket(0, 5, GOOD)) {
            var attempts = dial(List.of(CLOSED, GOOD), server, AddressMode.FIRST_ANSWER, PLENTY)
                    .attempts();
            assertEquals(
                    new Attempt.Failed(new Fault.ConnectRefused()),
                    attempts.getFirst().outcome());
            assertInstanceOf(Attempt.Open.class, attempts.getLast().outcome());
        }
    }

    @Test
    void aSilentAddressIsOvertakenByTheNext() throws Exception {
        try (var silent = new Silent(OTHER);
                var server = new ServerSocket(silent.port(), 5, GOOD)) {
            var attempts = dial(List.of(OTHER, GOOD), server, AddressMode.FIRST_ANSWER, PLENTY)
                    .attempts();
            assertEquals("127.0.0.2", attempts.getFirst().address().text());
            assertEquals(new Attempt.Overtaken(), attempts.getFirst().outcome());
            assertInstanceOf(Attempt.Open.class, attempts.getLast().outcome());
            Duration ahead = attempts.getLast().span().from();
            assertEquals(true, ahead.compareTo(Duration.ofMillis(240)) > 0, ahead::toString);
        }
    }

    @Test
    void oneMeansTheFirstAndNoOther() throws Exception {
        try (var server = new ServerSocket(0, 5, GOOD)) {
            var phase = dial(List.of(CLOSED, GOOD), server, AddressMode.ONE, PLENTY);
            assertEquals(1, phase.attempts().size());
            assertEquals(new Fault.ConnectRefused(), phase.fault());
        }
    }

    @Test
    void allAreToldAndTheFirstToAnswerIsUsed() throws Exception {
        try (var silent = new Silent(OTHER);
                var server = new ServerSocket(silent.port(), 5, GOOD)) {
            var phase = dial(List.of(CLOSED, OTHER, GOOD), server, AddressMode.ALL, Duration.ofMillis(300));
            assertEquals(null, phase.fault());
            assertEquals(
                    List.of("127.0.0.1 Open", "127.0.0.2 connect-timeout", "127.0.0.3 connect-refused"),
                    phase.attempts().stream().map(DialerTest::summary).sorted().toList());
        }
    }

    @Test
    void aSecondAnswerIsToldApartFromTheOneThatWasUsed() throws Exception {
        try (var server = new ServerSocket(0, 5, GOOD);
                var _ = new ServerSocket(server.getLocalPort(), 5, OTHER)) {
            var phase = dial(List.of(OTHER, GOOD), server, AddressMode.ALL, PLENTY);
            assertEquals(
                    List.of("Answered", "Open"),
                    phase.attempts().stream()
                            .map(attempt -> attempt.outcome().getClass().getSimpleName())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void ofNoneThatAnswersTheFirstSpeaksForAll() throws Exception {
        try (var server = new ServerSocket(0, 5, GOOD)) {
            for (var mode : List.of(AddressMode.ALL, AddressMode.FIRST_ANSWER, AddressMode.AS_GO)) {
                var phase = dial(List.of(CLOSED, OTHER), server, mode, PLENTY);
                assertEquals(new Fault.ConnectRefused(), phase.fault());
                assertEquals(2, phase.attempts().size());
            }
        }
    }

    private static String summary(Attempt attempt) {
        return attempt.address() + " "
                + (attempt.outcome() instanceof Attempt.Failed(Fault fault)
                        ? fault.code()
                        : attempt.outcome().getClass().getSimpleName());
    }

    private Phase.Connect dial(List<InetAddress> addresses, ServerSocket server, AddressMode mode, Duration limit)
            throws IOException, InterruptedException {
        var own = new Abort();
        var run = new Run(new Stopwatch(), own, new Deadline(new TimeLimit.Total(limit), own, timer));
        var dialling = Dialer.dial(addresses, server.getLocalPort(), new Approach(mode, null), run);
        var phase = dialling.settled(run);
        own.cancel();
        return phase;
    }

    /// Listens and accepts nobody: its queue is full, so the kernel drops who calls.
    private static final class Silent implements AutoCloseable {
        private final ServerSocket server;
        private final List<Socket> waiting = new ArrayList<>();

        Silent(InetAddress address) throws IOException {
            server = new ServerSocket(0, 1, address);
            try {
                while (true) {
                    var caller = new Socket();
                    waiting.add(caller);
                    caller.connect(new InetSocketAddress(address, port()), 100);
                }
            } catch (SocketTimeoutException full) {
                // As it was to be.
            }
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            for (Socket each : waiting) {
                each.close();
            }
            server.close();
        }
    }
}
