package dev.porthole.probe.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/// A connected UDP socket as a [Line]: what is written up to a flush is one datagram, and a read gives the next one,
/// or what its buffer had left of the last.
final class UdpLine {
    /// The largest datagram; a shorter buffer would cut it without a word.
    private static final int LARGEST = 65_535;
    /// So that datagrams without bytes cannot go on for ever, either.
    private static final int MOST_ANSWERS = 10_000;

    private UdpLine() {}

    static Line over(DatagramChannel channel) {
        return new Line(in(channel), out(channel), channel);
    }

    private static InputStream in(DatagramChannel channel) {
        ByteBuffer datagram = ByteBuffer.allocate(LARGEST).limit(0);
        return new InputStream() {
            private int answers;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                int count = 0;
                while (count == 0) {
                    count = read(one, 0, 1);
                }
                return count == 1 ? one[0] & 0xff : -1;
            }

            // Zero is an answer without bytes: somebody is there.
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (!datagram.hasRemaining()) {
                    if (++answers > MOST_ANSWERS) {
                        return -1;
                    }
                    channel.receive(datagram.clear());
                    datagram.flip();
                }
                int count = Math.min(length, datagram.remaining());
                datagram.get(into, offset, count);
                return count;
            }
        };
    }

    private static OutputStream out(DatagramChannel channel) {
        return new OutputStream() {
            private final ByteArrayOutputStream datagram = new ByteArrayOutputStream();

            @Override
            public void write(int octet) {
                datagram.write(octet);
            }

            @Override
            public void write(byte[] octets, int offset, int length) {
                datagram.write(octets, offset, length);
            }

            @Override
            public void flush() throws IOException {
                byte[] whole = datagram.toByteArray();
                datagram.reset();
                channel.write(ByteBuffer.wrap(whole));
            }
        };
    }
}
