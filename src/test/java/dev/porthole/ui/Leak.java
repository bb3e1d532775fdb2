package dev.porthole.ui;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// A server, in this very process, that never closes what its callers have closed.
final class Leak implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    private final List<Socket> held = new ArrayList<>();

    Leak() throws IOException {}

    /// So many more connections in CLOSE_WAIT.
    void grow(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket caller = new Socket(server.getInetAddress(), server.getLocalPort());
            held.add(server.accept());
            caller.close();
        }
    }

    String port() {
        return Integer.toString(server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
        server.close();
    }
}
