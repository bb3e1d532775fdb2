package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/// A [Line] as the socket that JSSE wants below TLS. It keeps the first bytes from the wire, to tell a server that does
/// not speak TLS by its own words.
final class TappedSocket extends Socket {
    private static final int KEPT = 64;

    private final Line line;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream(KEPT);

    TappedSocket(Line line) {
        this.line = line;
    }

    /// The first bytes of the server, with what is there and was not read yet.
    Bytes first() {
        try {
            int more = Math.min(line.in().available(), KEPT - first.size());
            if (more > 0) {
                first.write(line.in().readNBytes(more));
            }
        } catch (IOException broken) {
            // What came before is all there is.
        }
        return Bytes.of(first.toByteArray());
    }

    @Override
    public InputStream getInputStream() {
        return new FilterInputStream(line.in()) {
            @Override
            public int read() throws IOException {
                int octet = super.read();
                if (octet >= 0 && first.size() < KEPT) {
                    first.write(octet);
                }
                return octet;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                if (count > 0) {
                    first.write(into, offset, Math.min(count, KEPT - first.size()));
                }
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return line.out();
    }

    /// JSSE asks for the two below; a plain socket would open a descriptor of its own to answer, and nobody close it.
    @Override
    public int getPort() {
        return 0;
    }

    @Override
    public int getSoLinger() {
        return -1;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public void close() throws IOException {
        super.close();
        line.close();
    }
}
