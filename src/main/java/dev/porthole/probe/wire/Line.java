package dev.porthole.probe.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/// An open connection, whatever carries it.
record Line(InputStream in, OutputStream out, Closeable carrier) implements Closeable {
    static Line over(Socket socket) throws IOException {
        return new Line(socket.getInputStream(), socket.getOutputStream(), socket);
    }

    static Line over(SocketChannel channel) {
        return new Line(Channels.newInputStream(channel), Channels.newOutputStream(channel), channel);
    }

    /// Closes by a reset, so that nothing lingers and whoever reads or writes wakes at once.
    static void drop(Socket socket) throws IOException {
        try (socket) {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
        }
    }

    /// Never fails: what had to be said was said before.
    @Override
    public void close() {
        try {
            carrier.close();
        } catch (IOException alreadyBroken) {
            // It is closed either way.
        }
    }
}
