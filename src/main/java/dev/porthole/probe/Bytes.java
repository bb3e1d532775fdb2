package dev.porthole.probe;

import dev.porthole.net.SafeText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Octets as they were on the wire, never changed.
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private static final int LONGEST_SHOWN = 4096;

    private final byte[] octets;

    private Bytes(byte[] octets) {
        this.octets = octets;
    }

    public static Bytes of(byte... octets) {
        return octets.length == 0 ? EMPTY : new Bytes(octets.clone());
    }

    /// The first `count` of them.
    public static Bytes first(int count, byte[] octets) {
        return count == 0 ? EMPTY : new Bytes(Arrays.copyOf(octets, count));
    }

    /// All of them, one after the other.
    public static Bytes joined(List<Bytes> parts) {
        var all = new ByteArrayOutputStream();
        parts.forEach(part -> all.writeBytes(part.octets));
        return of(all.toByteArray());
    }

    public static Bytes utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return octets.length;
    }

    public boolean isEmpty() {
        return octets.length == 0;
    }

    /// The octet at `index`, 0 to 255.
    public int at(int index) {
        return octets[index] & 0xff;
    }

    public Bytes first(int count) {
        return first(Math.min(count, octets.length), octets);
    }

    /// Those from `index` on.
    public Bytes from(int index) {
        return of(Arrays.copyOfRange(octets, Math.min(index, octets.length), octets.length));
    }

    public boolean contains(int octet) {
        return indexOf(octet) >= 0;
    }

    /// Where `octet` comes first, -1 if it does not.
    public int indexOf(int octet) {
        for (int i = 0; i < octets.length; i++) {
            if (at(i) == octet) {
                return i;
            }
        }
        return -1;
    }

    public byte[] toArray() {
        return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /// Fit to be shown, as [SafeText] has it; octets that are no UTF-8 as `\xNN`. At most 4 KB of them.
    @Override
    public String toString() {
        var safe = new StringBuilder();
        Utf8.read(this, Math.min(length(), LONGEST_SHOWN), new Utf8.Reader() {
            @Override
            public void character(int codePoint) {
                SafeText.append(safe, codePoint);
            }

            @Override
            public void badOctet(int octet) {
                SafeText.appendOctet(safe, octet);
            }
        });
        return length() > LONGEST_SHOWN ? safe.append('…').toString() : safe.toString();
    }
}
