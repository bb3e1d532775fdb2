package dev.porthole.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Greets whoever calls 127.0.0.1, answers a first line with `+PONG`, and listens until the other side closes.
final class GreetingServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String greeting;

    GreetingServer(String greeting) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        this.greeting = greeting;
        Thread.ofVirtual().start(this::serve);
    }

    String port() {
        return Integer.toString(socket.getLocalPort());
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> greet(caller));
            } catch (IOException over) {
                // The test is over.
            }
        }
    }

    private void greet(Socket caller) {
        try (caller) {
            caller.getOutputStream().write(greeting.getBytes(UTF_8));
            while (caller.getInputStream().read() >= 0) {
                if (greeting.isEmpty()) {
                    continue;
                }
                caller.getOutputStream().write("+PONG\r\n".getBytes(UTF_8));
            }
        } catch (IOException gone) {
            // So has the caller.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
