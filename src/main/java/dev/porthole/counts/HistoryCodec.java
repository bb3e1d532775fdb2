package dev.porthole.counts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// A history as bytes: a head, a checksum, and both rings deflated. Each cell is the row of its differences from step
/// to step, as numbers of as many bytes as they need: mostly zeros, which deflate to next to nothing.
public final class HistoryCodec {
    private static final int MAGIC = 0x50684331; // PhC1
    private static final int HEAD = 12;

    private HistoryCodec() {}

    public static byte[] encode(CountHistory history) {
        var body = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(body))) {
            synchronized (history) {
                for (CountRing ring : history.rings()) {
                    encode(ring, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealed(body.toByteArray());
    }

    private static byte[] sealed(byte[] body) {
        var all = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(all)) {
            out.writeInt(MAGIC);
            out.writeLong(checksum(body, 0));
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }

    private static long checksum(byte[] bytes, int from) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, bytes.length - from);
        return crc.getValue();
    }

    private static void encode(CountRing ring, DataOutputStream out) throws IOException {
        long newest = ring.newest();
        long[] present = new long[ring.capacity()];
        int size = 0;
        for (long at = Math.max(0, newest - ring.capacity() + 1); at <= newest; at++) {
            if (ring.has(at)) {
                present[size++] = at;
            }
        }
        out.writeInt(size);
        long before = 0;
        for (int i = 0; i < size; i++) {
            writeNumber(out, present[i] - before);
            before = present[i];
        }
        for (int cell = 0; cell < CountRing.CELLS; cell++) {
            out.writeBoolean(ring.uses(cell));
            if (ring.uses(cell)) {
                encode(ring, cell, Arrays.copyOf(present, size), out);
            }
        }
    }

    private static void encode(CountRing ring, int cell, long[] present, DataOutputStream out) throws IOException {
        int before = 0;
        for (long at : present) {
            int place = ring.place(at);
            writeNumber(out, (long) ring.last(cell, place) - before);
            before = ring.last(cell, place);
            if (ring.hasPeaks()) {
                writeNumber(out, (long) ring.peak(cell, place) - before);
            }
        }
    }

    /// Reads what was written.
    ///
    /// @throws InvalidHistory if these are not the bytes of a history
    public static CountHistory decode(byte[] bytes) throws InvalidHistory {
        CountHistory history = new CountHistory();
        try (var head = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (head.readInt() != MAGIC) {
                throw new InvalidHistory("it is not a history of Porthole");
            }
            if (head.readLong() != checksum(bytes, HEAD)) {
                throw new InvalidHistory("its checksum is wrong");
            }
            try (var in = new DataInputStream(new InflaterInputStream(head))) {
                for (CountRing ring : history.rings()) {
                    decode(ring, in);
                }
            }
        } catch (IOException e) {
            throw new InvalidHistory("it is cut short or damaged");
        }
        return history;
    }

    private static void decode(CountRing ring, DataInputStream in) throws IOException, InvalidHistory {
        int size = in.readInt();
        if (size < 0 || size > ring.capacity()) {
            throw new InvalidHistory("it has more steps than fit");
        }
        long[] present = new long[size];
        long before = 0;
        for (int i = 0; i < size; i++) {
            long distance = readNumber(in);
            if (distance < (i == 0 ? 0 : 1) || (i > 0 && before + distance - present[0] >= ring.capacity())) {
                throw new InvalidHistory("its times are in disorder");
            }
            before += distance;
            present[i] = before;
            ring.open(before);
        }
        for (int cell = 0; cell < CountRing.CELLS; cell++) {
            if (in.readBoolean()) {
                decode(ring, cell, present, in);
            }
        }
    }

    private static void decode(CountRing ring, int cell, long[] present, DataInputStream in)
            throws IOException, InvalidHistory {
        long count = 0;
        for (long at : present) {
            count += readNumber(in);
            long peak = ring.hasPeaks() ? count + readNumber(in) : count;
            if (count < 0 || count > peak || peak > Integer.MAX_VALUE) {
                throw new InvalidHistory("it has numbers that cannot be");
            }
            ring.put(cell, ring.place(at), (int) count, (int) peak);
        }
    }

    /// Zigzag, seven bits a byte, the lowest first.
    private static void writeNumber(DataOutputStream out, long number) throws IOException {
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readNumber(DataInputStream in) throws IOException, InvalidHistory {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int octet = in.readUnsignedByte();
            number |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return (number >>> 1) ^ -(number & 1);
            }
        }
        throw new InvalidHistory("it has numbers that cannot be");
    }
}
