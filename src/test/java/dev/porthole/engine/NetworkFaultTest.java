package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.HostPort;
import dev.porthole.probe.AddressMode;
import dev.porthole.probe.Approach;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Target;
import dev.porthole.probe.Verdict;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Causes that only the number behind the system's text tells apart, so with the C library's own.
@EnabledOnOs(OS.LINUX)
class NetworkFaultTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration PLENTY = Duration.ofSeconds(20);

    private final Prober prober = Prober.forFew();

    @AfterEach
    void close() {
        prober.close();
    }

    @Test
    void eachNumberHasItsText() {
        var numbers = new ErrorNumbers();
        assertEquals(0, numbers.numberOf("no text of the system").orElse(0));
        assertEquals(false, numbers.numberOf("").isPresent());
    }

    @Test
    void aFileInALoopIsTold(@TempDir Path folder) throws Exception {
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        assertEquals("unix-loop", unix(loop).cause());
    }

    @Test
    void aPathBelowAFileIsNotThere(@TempDir Path folder) throws Exception {
        assertEquals(
                "unix-not-found",
                unix(Files.createFile(folder.resolve("file")).resolve("s")).cause());
    }

    @Test
    void aFullQueueIsKnockedAtUntilTimeIsUp(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve("s");
        List<SocketChannel> waiting = new ArrayList<>();
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket), 1);
            for (int i = 0; i < 2; i++) {
                waiting.add(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
            }
            Verdict full = run(new Target.Unix(socket.toString()), Approach.DEFAULT, SHORT);
            assertEquals("unix-queue-full", full.cause());
            assertTrue(full.headline().contains("its queue is full"), full::headline);
        } finally {
            for (SocketChannel each : waiting) {
                each.close();
            }
        }
    }

    @Test
    void anAddressThatIsNotOursCannotBeCalledFrom() {
        assertEquals("source-unavailable", tcp("127.0.0.1", "192.0.2.1").cause());
    }

    @Test
    void aSourceOfTheOtherFamilyLeavesNoAddress() {
        assertEquals("no-address-of-family", tcp("127.0.0.1", "::1").cause());
    }

    @Test
    void aBroadcastAddressIsForbidden() {
        assertEquals(
                true,
                List.of("connect-forbidden", "network-unreachable")
                        .contains(tcp("255.255.255.255", null).cause()));
    }

    private Verdict unix(Path path) {
        return run(new Target.Unix(path.toString()), Approach.DEFAULT, PLENTY);
    }

    private Verdict tcp(String host, @Nullable String source) {
        return run(new Target.Tcp(new HostPort(host, 1)), new Approach(AddressMode.FIRST_ANSWER, source), PLENTY);
    }

    private Verdict run(Target target, Approach approach, Duration limit) {
        var spec = new ProbeSpec(target, null, List.of(), ProbeSpec.Limits.total(limit), SlowerThan.NEVER, approach);
        return prober.run(spec).verdict();
    }
}
