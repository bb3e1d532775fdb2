package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.BindQuestion;
import dev.porthole.diagnosis.Finding;
import dev.porthole.net.HostPort;
import dev.porthole.probe.AddressMode;
import dev.porthole.probe.Approach;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Real sockets of this machine, told by real evidence.
@EnabledOnOs(OS.LINUX)
class ExplainerTest {
    private final Prober prober = Prober.forFew();
    private final Explainer explainer = new Explainer(prober, Duration.ofSeconds(20));

    @AfterEach
    void close() {
        explainer.close();
        prober.close();
    }

    private List<String> codes(Target target) {
        var limits = ProbeSpec.Limits.total(Duration.ofSeconds(20));
        var approach = new Approach(AddressMode.ALL, null);
        Explanation explanation = explainer.run(
                new ProbeSpec(target, null, List.of(), limits, SlowerThan.NEVER, approach), OtherPortPolicy.CALL);
        assertFalse(explanation.waited().isNegative());
        return explanation.findings().stream().map(Finding::code).toList();
    }

    private List<String> codes(String host, int port) {
        return codes(new Target.Tcp(new HostPort(host, port)));
    }

    private static ServerSocket listener(String address) throws Exception {
        return new ServerSocket(0, 5, InetAddress.ofLiteral(address));
    }

    @Test
    void aHealthyProbeHasNoFinding() throws Exception {
        try (var server = listener("127.0.0.1")) {
            assertEquals(List.of(), codes("127.0.0.1", server.getLocalPort()));
        }
    }

    @Test
    void anotherAddressOfLoopbackIsTold() throws Exception {
        try (var server = listener("127.0.0.1")) {
            assertEquals(List.of("other-address"), codes("127.0.0.2", server.getLocalPort()));
        }
    }

    @Test
    void whoListenedAtTheProbeBeforeIsRemembered() throws Exception {
        int port;
        try (var server = listener("127.0.0.1")) {
            port = server.getLocalPort();
            assertEquals(List.of(), codes("127.0.0.1", port));
        }
        assertEquals(List.of("listener-gone"), codes("127.0.0.1", port));
    }

    @Test
    void aPortThatNobodyEverHadIsFree() throws Exception {
        int port;
        try (var server = listener("127.0.0.1")) {
            port = server.getLocalPort();
        }
        assertEquals(List.of("nothing-listens"), codes("127.0.0.1", port));
    }

    @Test
    void unixSocketsAreToldApart(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve("s");
        assertEquals(List.of("unix-missing"), codes(new Target.Unix(socket.toString())));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertEquals(List.of(), codes(new Target.Unix(socket.toString())));
        }
        assertEquals(List.of("unix-stale"), codes(new Target.Unix(socket.toString())));
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals(List.of("unix-not-a-socket"), codes(new Target.Unix(file.toString())));
    }

    @Test
    void whoHasAPortIsTold() throws Exception {
        try (var server = listener("127.0.0.1")) {
            Finding finding = explainer
                    .whyBind(new BindQuestion(false, server.getLocalPort(), Optional.empty()))
                    .getFirst();
            assertEquals("port-in-use", finding.code());
            assertTrue(finding.title().contains("pid " + ProcessHandle.current().pid()), finding::title);
        }
    }
}
