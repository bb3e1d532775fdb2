package dev.porthole.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A process that holds a listening socket on loopback, to be ended by a test. Closing it ends it in any case.
public final class Listening implements AutoCloseable {
    private final Process process;
    private final int port;

    private Listening(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Comes back when it listens.
    ///
    /// @param stubborn whether it takes no notice when it is asked to end
    public static Listening start(boolean stubborn) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx32m",
                        "-cp",
                        classes.toString(),
                        Listening.class.getName(),
                        stubborn ? "stubborn" : "")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.US_ASCII);
        String port = out.readLine();
        if (port == null) {
            process.destroyForcibly();
            throw new IOException("the process to be ended did not start");
        }
        return new Listening(process, Integer.parseInt(port));
    }

    public long pid() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    /// Waits for its end.
    public boolean hasEnded() throws InterruptedException {
        return process.waitFor(5, TimeUnit.SECONDS);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// The process itself: says its port and waits. A stubborn one never comes to the end of its shutdown.
    public static void main(String[] args) throws IOException {
        if (args[0].equals("stubborn")) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(Listening::forever));
        }
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            System.out.println(listener.getLocalPort());
            System.out.flush();
            forever();
        }
    }

    private static void forever() {
        while (true) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
