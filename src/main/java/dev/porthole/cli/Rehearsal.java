package dev.porthole.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the command line is trained with, so that its AOT cache knows the way of each command. For `porthole` and
/// `jpackage/build.sh`. While it runs, a server on loopback greets whoever calls.
///
/// With the word `counting` it plays only what a monitoring system starts again and again to count. The JVM loads all
/// that a cache knows at each start, so that a cache for these alone starts in two thirds of the time.
public final class Rehearsal {
    private static final byte[] GREETING = "220 rehearsal\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final List<List<String>> COUNTING = List.of(
            List.of("network-connections", "-w", "10:20", "-c", "@~:5"),
            List.of("network-connections", "--conn-type=tcp", "--conn-status=listen"),
            List.of("zabbix", "tcp.status[listen]"),
            List.of("zabbix", "linux_status[tcp_status,ESTAB]"));

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        COUNTING.forEach(words -> play(words, "0"));
        if (List.of(args).contains("counting")) {
            return;
        }
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> greet(server));
            String port = Integer.toString(server.getLocalPort());
            for (List<String> words : commands(server.getInetAddress().getHostAddress(), port)) {
                play(words, port);
            }
            callUnix(port);
            callDatadog(port);
        }
    }

    /// Nobody accepts there, so nothing is expected either.
    private static void callUnix(String port) throws IOException {
        Path folder = Files.createTempDirectory("porthole-rehearsal");
        Path path = folder.resolve("socket");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            play(List.of("probe", "unix:" + path, "--send", "x"), port);
        } catch (UnsupportedOperationException noneHere) {
            // Nor will there be any later on.
        } finally {
            Files.deleteIfExists(path);
            Files.delete(folder);
        }
    }

    private static void callDatadog(String port) throws IOException {
        Path file = Files.createTempFile("porthole-rehearsal", ".yaml");
        try {
            Files.writeString(
                    file, "instances:\n  - {name: a, host: localhost, port: " + port + ", tags: [a, b], unknown: 1}\n");
            play(List.of("tcp-check", file.toString()), port);
            play(List.of("tcp-check", "--json", file.toString()), port);
        } finally {
            Files.delete(file);
        }
    }

    private static List<List<String>> commands(String host, String port) {
        return List.of(
                List.of("check-tcp", "-H", host, "-p", "1", "-t", "1"),
                List.of("check-tcp", "-H", host, "-p", port, "-t", "1", "-e", "^220"),
                List.of("probe", "localhost", port, "-t", "1", "-e", "^220", "-q", "QUIT\\r\\n"),
                List.of("probe", host, port, "-t", "1", "-s", "smtp", "--json"),
                List.of("probe", host, port, "-t", "1", "--tls", "--perfdata"),
                List.of("probe", "--batch"),
                List.of("explain", "localhost", "1", "--timeout", "1"),
                List.of("explain", host, port, "--timeout", "1", "--expect", "^SSH", "--json"),
                List.of("why-bind", port),
                List.of("counts"),
                List.of("sockets"),
                List.of("sockets", "--json", "--filter", "port:22 state:listen"));
    }

    private static void play(List<String> words, String port) {
        String recipe = "{\"host\":\"127.0.0.1\",\"port\":" + port + ",\"expect\":\"^220\",\"timeout_ms\":1000}\n";
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var in = new ByteArrayInputStream(recipe.getBytes(StandardCharsets.US_ASCII));
        Main.run(words.toArray(String[]::new), in, nowhere, nowhere);
    }

    private static void greet(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                caller.getOutputStream().write(GREETING);
                caller.getInputStream().read();
            } catch (IOException gone) {
                // The next one, if there is one.
            }
        }
    }
}
