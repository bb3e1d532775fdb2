package dev.porthole.probe.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;

/// Serves one connection on 127.0.0.1, at a port of the system's choice.
final class LoopbackServer implements AutoCloseable {
    /// Returns what it heard.
    interface Play {
        String with(Socket client) throws IOException;
    }

    private final ServerSocket socket;
    private final CompletableFuture<Void> accepted = new CompletableFuture<>();
    private final CompletableFuture<String> heard = new CompletableFuture<>();

    private LoopbackServer(ServerSocket socket, Play play) {
        this.socket = socket;
        Thread.ofVirtual().start(() -> {
            try (Socket client = socket.accept()) {
                accepted.complete(null);
                heard.complete(play.with(client));
            } catch (IOException gone) {
                heard.complete("");
            }
        });
    }

    static LoopbackServer plain(Play play) throws IOException {
        return new LoopbackServer(new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1")), play);
    }

    /// With a certificate for localhost that nobody trusts.
    static LoopbackServer tls(Play play) throws Exception {
        return new LoopbackServer(secured("self-signed.p12"), play);
    }

    /// With a good certificate, for clients that have one of the authority of the tests.
    static LoopbackServer mutual(Play play) throws Exception {
        SSLServerSocket socket = secured("served.p12");
        socket.setNeedClientAuth(true);
        return new LoopbackServer(socket, play);
    }

    private static SSLServerSocket secured(String keys) throws Exception {
        return (SSLServerSocket) TestKeys.context(keys)
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    }

    /// Sends `text` and listens until the other side closes.
    static Play says(String text) {
        return client -> {
            client.getOutputStream().write(text.getBytes(UTF_8));
            return new String(client.getInputStream().readAllBytes(), UTF_8);
        };
    }

    int port() {
        return socket.getLocalPort();
    }

    void awaitClient() throws Exception {
        accepted.get(10, TimeUnit.SECONDS);
    }

    String heard() throws Exception {
        return heard.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
