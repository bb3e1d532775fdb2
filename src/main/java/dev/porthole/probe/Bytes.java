package dev.porthole.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Octets as they were on the wire, never changed.
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

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

    public boolean contains(int octet) {
        for (byte each : octets) {
            if ((each & 0xff) == octet) {
                return true;
            }
        }
        return false;
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

    @Override
    public String toString() {
        return SafeText.of(this);
    }
}
