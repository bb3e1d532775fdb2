package dev.porthole.ui;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A server of a test on loopback: each caller gets the same play.
final class PlayedServer implements AutoCloseable {
    /// May end by any failure: the caller has gone, or the test is over.
    interface Play {
        void with(Socket caller) throws IOException;
    }

    private final ServerSocket socket;

    private PlayedServer(ServerSocket socket) {
        this.socket = socket;
    }

    static PlayedServer at(String address, Play play) throws IOException {
        var server = new PlayedServer(new ServerSocket(0, 50, InetAddress.ofLiteral(address)));
        Thread.ofPlatform().daemon().start(() -> server.serve(play));
        return server;
    }

    /// On 127.0.0.1.
    static PlayedServer of(Play play) throws IOException {
        return at("127.0.0.1", play);
    }

    private void serve(Play play) {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> {
                    try (caller) {
                        play.with(caller);
                    } catch (IOException gone) {
                        // So is the caller.
                    }
                });
            } catch (IOException over) {
                // So is the test.
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /// Says something and listens until the caller closes.
    static Play greeting(String words) {
        return caller -> {
            say(caller, words);
            caller.getInputStream().readAllBytes();
        };
    }

    /// Answers each line that is known, and hangs up at any other.
    static Play answering(String greeting, Map<String, String> answers) {
        return caller -> {
            say(caller, greeting);
            for (String answer = answer(caller, answers); answer != null; answer = answer(caller, answers)) {
                say(caller, answer);
            }
        };
    }

    /// Answers `question`, then goes on in TLS.
    static Play raised(String greeting, Map<String, String> before, SSLContext context, Play inTls) {
        return caller -> {
            say(caller, greeting);
            for (int line = 0; line < before.size(); line++) {
                String answer = answer(caller, before);
                if (answer == null) {
                    return;
                }
                say(caller, answer);
            }
            secured(context, false, inTls).with(caller);
        };
    }

    /// TLS from the first byte on.
    static Play secured(SSLContext context, boolean asksForClient, Play inTls) {
        return caller -> {
            var server = (SSLSocket) context.getSocketFactory().createSocket(caller, "localhost", 0, false);
            server.setUseClientMode(false);
            server.setNeedClientAuth(asksForClient);
            inTls.with(server);
            server.close();
        };
    }

    /// PostgreSQL's one byte for a question of eight.
    static Play postgres(SSLContext context) {
        return caller -> {
            caller.getInputStream().readNBytes(8);
            say(caller, "S");
            secured(context, false, greeting("")).with(caller);
        };
    }

    private static @Nullable String answer(Socket caller, Map<String, String> answers) throws IOException {
        return answers.get(line(caller.getInputStream()));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.append((char) octet);
        }
        return line.toString().strip();
    }

    private static void say(Socket caller, String words) throws IOException {
        caller.getOutputStream().write(words.getBytes(ISO_8859_1));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
