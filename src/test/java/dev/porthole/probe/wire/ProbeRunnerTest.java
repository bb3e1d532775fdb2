package dev.porthole.probe.wire;

import static dev.porthole.probe.wire.LoopbackServer.plain;
import static dev.porthole.probe.wire.LoopbackServer.says;
import static dev.porthole.probe.wire.LoopbackServer.tls;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.HostPort;
import dev.porthole.probe.Approach;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TimeLimit;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.TlsSpec.CertificateCheck;
import dev.porthole.probe.Trace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProbeRunnerTest {
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(150);

    private final ProbeRunner runner = new ProbeRunner();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void aGreetingMatchesAndGetsItsGoodbye() throws Exception {
        try (var server = plain(says("220 ready\r\n"))) {
            var trace = probe(server, expect("^220"), new Step.Quit(Bytes.utf8("QUIT\r\n")));
            assertEquals(List.of(), trace.fault().stream().toList());
            assertEquals(Bytes.utf8("220 ready\r\n"), trace.received());
            assertEquals("127.0.0.1", trace.addresses().getFirst().text());
            assertEquals("QUIT\r\n", server.heard());
        }
    }

    @Test
    void aGreetingInTwoPiecesMatches() throws Exception {
        LoopbackServer.Play inPieces = client -> {
            client.setTcpNoDelay(true);
            client.getOutputStream().write("22".getBytes(UTF_8));
            return says("0 ready\r\n").with(client);
        };
        try (var server = plain(inPieces)) {
            assertEquals(
                    List.of(),
                    probe(server, expect("^220 ready")).fault().stream().toList());
        }
    }

    @Test
    void aPatternThatLooksAtTheEndWaitsForAPause() throws Exception {
        try (var server = plain(says("220 ready"))) {
            assertEquals(
                    List.of(), probe(server, expect("ready$")).fault().stream().toList());
        }
    }

    @Test
    void theFirstSegmentDecidesForCheckTcp() throws Exception {
        try (var server = plain(says("22"))) {
            var segment = new Step.Expect(Regex.re2("^220"), new Reading.FirstSegment(OptionalInt.empty()));
            assertFault(new Fault.Mismatch(), probe(server, segment));
        }
    }

    @Test
    void aPortWithoutAListenerRefuses() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        assertFault(new Fault.ConnectRefused(), run(spec(port, null, PLENTY), new Abort()));
    }

    @Test
    void aSilentServerRunsIntoTheDeadline() throws Exception {
        try (var server = plain(says(""))) {
            var trace = run(spec(server.port(), null, SHORT, expect("x")), new Abort());
            assertFault(new Fault.ReadTimeout(), trace);
            assertTrue(trace.elapsed().compareTo(SHORT) >= 0, trace::toString);
            assertTrue(trace.elapsed().compareTo(SHORT.plusSeconds(5)) < 0, trace::toString);
        }
    }

    @Test
    void silenceDoesNotMatchEvenAPatternThatTakesAnything() throws Exception {
        try (var server = plain(says(""))) {
            assertFault(new Fault.ReadTimeout(), run(spec(server.port(), null, SHORT, expect(".*")), new Abort()));
        }
        try (var server = plain(_ -> "")) {
            assertFault(new Fault.ClosedBeforeData(), probe(server, expect(".*")));
        }
    }

    @Test
    void aDripWithoutALineEndIsAnUnfinishedAnswer() throws Exception {
        try (var server = plain(says("22"))) {
            assertFault(
                    new Fault.ReadTimeoutPartial(), run(spec(server.port(), null, SHORT, expect("^220")), new Abort()));
        }
    }

    @Test
    void aWholeLineThatDoesNotMatchIsAMismatchAtTheDeadline() throws Exception {
        try (var server = plain(says("500 no\r\n"))) {
            var trace = run(spec(server.port(), null, SHORT, expect("^220")), new Abort());
            assertFault(new Fault.Mismatch(), trace);
            assertEquals(Bytes.utf8("500 no\r\n"), trace.received());
        }
    }

    @Test
    void aServerThatClosesWithoutAWordIsToldFromOneThatResets() throws Exception {
        try (var server = plain(_ -> "")) {
            assertFault(new Fault.ClosedBeforeData(), probe(server, expect("x")));
        }
        LoopbackServer.Play reset = client -> {
            client.setSoLinger(true, 0);
            return "";
        };
        try (var server = plain(reset)) {
            assertFault(new Fault.ResetBeforeData(), probe(server, expect("x")));
        }
    }

    @Test
    void anEndlessAnswerStopsAtTheLimit() throws Exception {
        LoopbackServer.Play endless = client -> {
            byte[] flood = "y".repeat(4096).getBytes(UTF_8);
            while (true) {
                client.getOutputStream().write(flood);
            }
        };
        try (var server = plain(endless)) {
            var trace = probe(server, new Step.Expect(Regex.re2("x"), new Reading.UntilMatch(10_000)));
            assertFault(new Fault.LimitReached(), trace);
            assertEquals(10_000, trace.received().length());
        }
    }

    @Test
    void aLimitPerPhaseStartsAnewForEach() throws Exception {
        try (var server = plain(says(""))) {
            var limits = new ProbeSpec.Limits(new TimeLimit.PerPhase(SHORT), SHORT.multipliedBy(2));
            var target = new Target.Tcp(new HostPort("127.0.0.1", server.port()));
            var trace = run(new ProbeSpec(target, null, List.of(expect("x")), limits, SlowerThan.NEVER), new Abort());
            assertFault(new Fault.ReadTimeout(), trace);
            assertTrue(trace.elapsed().compareTo(SHORT.multipliedBy(3)) >= 0, trace::toString);
        }
    }

    @Test
    void aCancelEndsTheWait() throws Exception {
        try (var server = plain(says(""))) {
            var abort = new Abort();
            var trace = new CompletableFuture<Trace>();
            Thread.startVirtualThread(() -> trace.complete(run(spec(server.port(), null, PLENTY, expect("x")), abort)));
            server.awaitClient();
            abort.cancel();
            assertFault(new Fault.Cancelled(), trace.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aRunThatIsCancelledBeforeItBeginsCallsNobody() throws Exception {
        try (var server = plain(says(""))) {
            var abort = new Abort();
            abort.cancel();
            assertFault(new Fault.Cancelled(), run(spec(server.port(), null, PLENTY), abort));
        }
    }

    @Test
    void plainTextOnATlsPortIsShown() throws Exception {
        try (var server = plain(says("220 ready\r\n"))) {
            var trace = run(spec(server.port(), new TlsSpec(CertificateCheck.REQUIRED), PLENTY), new Abort());
            var fault = assertInstanceOf(Fault.NotTls.class, trace.fault().orElseThrow());
            assertEquals("220 r", fault.first().toString().substring(0, 5));
        }
    }

    @Test
    void aServerThatStallsInTheHandshakeIsATlsTimeout() throws Exception {
        try (var server = plain(says(""))) {
            assertFault(
                    new Fault.TlsTimeout(),
                    run(spec(server.port(), new TlsSpec(CertificateCheck.REQUIRED), SHORT), new Abort()));
        }
    }

    @Test
    void anUntrustedServerHearsNothing() throws Exception {
        try (var server = tls(says("220 ready\r\n"))) {
            var send = new Step.Send(Bytes.utf8("secret"));
            var trace = run(
                    spec(server.port(), new TlsSpec(CertificateCheck.REQUIRED), PLENTY, send, expect("^220")),
                    new Abort());
            assertFault(new Fault.CertificateUntrusted(Fault.Untrusted.SELF_SIGNED, ""), trace);
            assertEquals(
                    "CN=localhost", trace.tls().orElseThrow().chain().getFirst().subject());
            assertEquals("", server.heard());
        }
    }

    @Test
    void anUncheckedServerIsSpokenToAndStillDoubted() throws Exception {
        try (var server = tls(says("220 ready\r\n"))) {
            var trace = run(
                    spec(
                            server.port(),
                            new TlsSpec(CertificateCheck.NONE),
                            PLENTY,
                            expect("^220"),
                            new Step.Quit(Bytes.utf8("QUIT"))),
                    new Abort());
            assertEquals(List.of(), trace.fault().stream().toList());
            assertEquals("TLSv1.3", trace.tls().orElseThrow().protocol());
            assertInstanceOf(
                    Fault.CertificateUntrusted.class, trace.tls().orElseThrow().doubt());
            assertEquals("QUIT", server.heard());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void noSocketIsLeftBehindByTls() throws Exception {
        long before = openSockets();
        for (int i = 0; i < 30; i++) {
            try (var server = tls(says(""))) {
                var trace = run(spec(server.port(), new TlsSpec(CertificateCheck.NONE), PLENTY), new Abort());
                assertEquals(List.of(), trace.fault().stream().toList());
                assertEquals("", server.heard());
            }
        }
        assertTrue(openSockets() - before < 15, () -> "sockets are left open");
    }

    private static long openSockets() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            long sockets = 0;
            for (Path file : files) {
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.readSymbolicLink(file).toString().startsWith("socket:")) {
                    sockets++;
                }
            }
            return sockets;
        }
    }

    @Test
    void anAddressThatFailedStaysInTheTrace() throws Exception {
        try (var server = plain(says(""));
                var timer = new ScheduledThreadPoolExecutor(1)) {
            var abort = new Abort();
            var run = new Run(new Stopwatch(), abort, new Deadline(new TimeLimit.Total(PLENTY), abort, timer));
            var addresses = List.of(InetAddress.ofLiteral("::1"), InetAddress.ofLiteral("127.0.0.1"));
            var phase =
                    Dialer.dial(addresses, server.port(), Approach.DEFAULT, run).phase();
            assertEquals(
                    List.of("::1", "127.0.0.1"),
                    phase.attempts().stream().map(a -> a.address().text()).toList());
            assertInstanceOf(Attempt.Failed.class, phase.attempts().getFirst().outcome());
            assertInstanceOf(Attempt.Open.class, phase.attempts().getLast().outcome());
            run.deadline().end();
            abort.cancel();
        }
    }

    @Test
    void unixSocketsAnswerAndFilesDoNot(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve("s");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread.startVirtualThread(() -> {
                try (var client = server.accept()) {
                    client.write(ByteBuffer.wrap("220 unix\n".getBytes(UTF_8)));
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            assertEquals(Bytes.utf8("220 unix\n"), unix(socket).received());
        }
        assertFault(new Fault.ConnectRefused(), unix(socket));
        assertFault(new Fault.UnixNotFound(), unix(folder.resolve("missing")));
        assertFault(new Fault.UnixNotASocket(), unix(Files.createFile(folder.resolve("file"))));
        assertInstanceOf(
                Fault.UnusableTarget.class,
                unix(folder.resolve("l".repeat(108))).fault().orElseThrow());
    }

    @Test
    void aNameThatCannotBeIsNotFound() {
        var target = new Target.Tcp(new HostPort("a b.invalid", 1));
        var trace = run(
                new ProbeSpec(target, null, List.of(), ProbeSpec.Limits.total(PLENTY), SlowerThan.NEVER), new Abort());
        assertFault(new Fault.NameNotFound("a b.invalid"), trace);
        assertInstanceOf(Phase.Resolve.class, trace.phases().getLast());
    }

    private Trace unix(Path path) {
        return run(
                new ProbeSpec(
                        new Target.Unix(path.toString()),
                        null,
                        List.of(expect("^220")),
                        ProbeSpec.Limits.total(PLENTY),
                        SlowerThan.NEVER),
                new Abort());
    }

    private Trace probe(LoopbackServer server, Step... steps) {
        return run(spec(server.port(), null, PLENTY, steps), new Abort());
    }

    private Trace run(ProbeSpec spec, Abort abort) {
        return runner.run(spec, abort);
    }

    private static ProbeSpec spec(int port, @Nullable TlsSpec tls, Duration total, Step... steps) {
        var target = new Target.Tcp(new HostPort("127.0.0.1", port));
        return new ProbeSpec(target, tls, List.of(steps), ProbeSpec.Limits.total(total), SlowerThan.NEVER);
    }

    private static Step expect(String pattern) {
        return new Step.Expect(Regex.guarded(pattern), Reading.UntilMatch.DEFAULT);
    }

    private static void assertFault(Fault expected, Trace trace) {
        assertEquals(expected, trace.fault().orElse(null), trace::toString);
    }
}
