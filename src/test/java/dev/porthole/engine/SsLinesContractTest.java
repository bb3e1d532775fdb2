package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.report.SsLines;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Our lines against those of `ss` itself, for sockets of this test.
@Tag("host")
@EnabledOnOs(OS.LINUX)
class SsLinesContractTest {
    @Test
    void whatIsCopiedIsWhatSsPrints() throws Exception {
        try (ServerSocket all = new ServerSocket(0);
                ServerSocket loopback = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                Socket client = new Socket(loopback.getInetAddress(), loopback.getLocalPort());
                Socket accepted = loopback.accept();
                SocketMonitor monitor = Engine.monitor(Duration.ofSeconds(20))) {
            List<Integer> ports = List.of(all.getLocalPort(), accepted.getLocalPort(), client.getLocalPort());
            Snapshot snapshot = monitor.snapshot();
            List<SocketEntry> ours = IntStream.range(0, snapshot.size())
                    .filter(row -> ports.contains(snapshot.table().localPort(row)))
                    .mapToObj(snapshot::entry)
                    .toList();

            assertEquals(
                    ss().filter(line -> ports.stream()
                                    .anyMatch(port -> line.matches("\\S+ \\S+ \\d+ \\d+ \\S+:" + port + " .*")))
                            .sorted()
                            .toList(),
                    SsLines.of(ours)
                            .lines()
                            .map(SsLinesContractTest::fields)
                            .sorted()
                            .toList());
        }
    }

    private static Stream<String> ss() throws IOException {
        Process ss = new ProcessBuilder("ss", "-Htuanp").start();
        String text = new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text.lines().map(line -> fields(line.replaceAll(",fd=\\d+", "")));
    }

    private static String fields(String line) {
        return line.strip().replaceAll(" +", " ");
    }
}
