package dev.porthole.probe.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.HostPort;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Judge;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.Services;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.Verdict;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UdpTest {
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(150);

    private final ProbeRunner runner = new ProbeRunner();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void anAnswerThatMatchesIsWell() throws Exception {
        try (var server = server()) {
            answer(server, 1);
            Verdict verdict = ask(server.getLocalPort(), PLENTY, send("ping"), expect("^pong ping"));
            assertEquals("none", verdict.cause());
            assertEquals("Sent over UDP, and the answer matches: pong ping", verdict.headline());
        }
    }

    @Test
    void whatIsSentIsOneDatagram() throws Exception {
        try (var server = server()) {
            answer(server, 1);
            String large = "x".repeat(20_000);
            assertEquals(
                    "none",
                    ask(server.getLocalPort(), PLENTY, send(large), expect("x$"))
                            .cause());
        }
    }

    @Test
    void ofManyAnswersTheFirstThatMatchesWins() throws Exception {
        try (var server = server()) {
            answer(server, 500);
            assertEquals(
                    "none",
                    ask(server.getLocalPort(), PLENTY, send("ping"), expect("pong"))
                            .cause());
        }
    }

    @Test
    void withoutAnExpectationAnyAnswerWillDo() throws Exception {
        try (var server = server()) {
            answer(server, 1);
            assertEquals(
                    "none", ask(server.getLocalPort(), PLENTY, send("ping")).cause());
        }
    }

    @Test
    void aSilentPortIsNeitherOpenNorClosed() throws Exception {
        try (var server = server()) {
            for (List<Step> steps : List.of(List.of(send("ping"), expect("x")), List.of(send("ping")))) {
                Verdict verdict = ask(server.getLocalPort(), SHORT, steps.toArray(Step[]::new));
                assertEquals("udp-no-answer-timeout", verdict.cause());
            }
        }
    }

    @Test
    void aClosedPortSaysSoAtOnce() throws Exception {
        int port;
        try (var free = server()) {
            port = free.getLocalPort();
        }
        assertEquals(
                "udp-port-unreachable",
                ask(port, PLENTY, send("ping"), expect("x")).cause());
    }

    @Test
    void aServiceThatSpeaksOverUdpIsAskedInItsWords() throws Exception {
        try (var server = server()) {
            answer(server, 1);
            var service = Services.parse("""
                    [X]
                    port 53
                    transport udp
                    octets
                    send \\xff?
                    expect ^pong .+\\?
                    """).getFirst();
            Step[] steps = service.steps(TlsSpec.thorough(TlsSpec.CertificateCheck.REQUIRED))
                    .toArray(Step[]::new);
            assertEquals("none", ask(server.getLocalPort(), PLENTY, steps).cause());
        }
    }

    @Test
    void anAnswerWithoutBytesIsOneToo() throws Exception {
        try (var server = server()) {
            Thread.startVirtualThread(() -> answerNothing(server));
            assertEquals(
                    "none", ask(server.getLocalPort(), PLENTY, send("ping")).cause());
        }
    }

    @Test
    void overUdpNothingIsRaisedToTls() throws Exception {
        try (var server = server()) {
            var raise = new Step.RaiseToTls(StartTls.SMTP, TlsSpec.thorough(TlsSpec.CertificateCheck.REQUIRED));
            assertEquals(
                    "input-invalid",
                    ask(server.getLocalPort(), PLENTY, raise, send("ping")).cause());
        }
    }

    @Test
    void withoutAWordNothingCanBeAsked() throws Exception {
        try (var server = server()) {
            assertEquals(
                    "input-invalid",
                    ask(server.getLocalPort(), PLENTY, send(""), expect("x")).cause());
        }
    }

    private static DatagramSocket server() throws IOException {
        return new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    }

    private static void answer(DatagramSocket server, int times) {
        Thread.startVirtualThread(() -> {
            try {
                var packet = new DatagramPacket(new byte[65_535], 65_535);
                server.receive(packet);
                byte[] answer = ("pong " + new String(packet.getData(), 0, packet.getLength(), UTF_8)).getBytes(UTF_8);
                for (int i = 0; i < times; i++) {
                    server.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
    }

    private static void answerNothing(DatagramSocket server) {
        try {
            var packet = new DatagramPacket(new byte[100], 100);
            server.receive(packet);
            server.send(new DatagramPacket(new byte[0], 0, packet.getSocketAddress()));
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private Verdict ask(int port, Duration limit, Step... steps) {
        var target = new Target.Udp(new HostPort("127.0.0.1", port));
        var spec = new ProbeSpec(target, null, List.of(steps), ProbeSpec.Limits.total(limit), SlowerThan.NEVER);
        return Judge.judge(spec, runner.run(spec, new Abort()));
    }

    private static Step send(String text) {
        return new Step.Send(Bytes.utf8(text));
    }

    private static Step expect(String pattern) {
        return new Step.Expect(Regex.guarded(pattern), Reading.UntilMatch.DEFAULT);
    }
}
