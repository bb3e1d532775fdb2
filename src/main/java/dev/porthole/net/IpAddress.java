package dev.porthole.net;

import java.util.Optional;

/// An IP address as the bits that the kernel holds. `::ffff:127.0.0.1` stays an IPv6 address, which
/// `java.net.InetAddress` would turn into IPv4.
///
/// @param ipv6 false: IPv4, the address is the low 32 bits of `low`
/// @param high the upper 64 bits, big-endian; 0 for IPv4
/// @param low the lower 64 bits, big-endian
public record IpAddress(boolean ipv6, long high, long low) {
    private static final long MAPPED = 0xffffL;

    public static IpAddress v4(int bits) {
        return new IpAddress(false, 0, bits & 0xffff_ffffL);
    }

    public static IpAddress v6(long high, long low) {
        return new IpAddress(true, high, low);
    }

    /// Reads an address as it is printed, without brackets and zone, and asks no resolver; empty if the text is none.
    public static Optional<IpAddress> parse(String text) {
        return AddressLiteral.read(text);
    }

    /// From 4 or 16 bytes in network order.
    ///
    /// @throws IllegalArgumentException for any other length
    public static IpAddress of(byte[] bytes) {
        return switch (bytes.length) {
            case 4 -> v4((int) bits(bytes, 0, 4));
            case 16 -> v6(bits(bytes, 0, 8), bits(bytes, 8, 16));
            default -> throw new IllegalArgumentException("an IP address has 4 or 16 bytes, not " + bytes.length);
        };
    }

    private static long bits(byte[] bytes, int from, int to) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            bits = (bits << 8) | (bytes[i] & 0xff);
        }
        return bits;
    }

    /// An IPv4 address inside IPv6: `::ffff:a.b.c.d` (RFC 4291, 2.5.5.2).
    public boolean isMapped() {
        return ipv6 && high == 0 && low >>> 32 == MAPPED;
    }

    /// The IPv4 address inside, if it is mapped; else itself.
    public IpAddress unmapped() {
        return isMapped() ? v4((int) low) : this;
    }

    /// `0.0.0.0` or `::`: every address of the machine.
    public boolean isAny() {
        return high == 0 && low == 0;
    }

    /// `127.0.0.0/8`, `::1` or a mapped loopback address.
    public boolean isLoopback() {
        return isLoopback(ipv6, high, low);
    }

    /// The same of the bits of an address, without an object.
    public static boolean isLoopback(boolean ipv6, long high, long low) {
        if (!ipv6 || (high == 0 && low >>> 32 == MAPPED)) {
            return ((low >>> 24) & 0xff) == 127;
        }
        return high == 0 && low == 1;
    }

    /// RFC 5952 for IPv6, dotted quads for IPv4 and for the last four bytes of a mapped address.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(39);
        appendTo(text);
        return text.toString();
    }

    public void appendTo(StringBuilder text) {
        if (!ipv6) {
            appendQuad(text, low);
        } else if (isMapped()) {
            text.append("::ffff:");
            appendQuad(text, low);
        } else {
            appendGroups(text);
        }
    }

    private static void appendQuad(StringBuilder text, long bits) {
        text.append((bits >>> 24) & 0xff)
                .append('.')
                .append((bits >>> 16) & 0xff)
                .append('.')
                .append((bits >>> 8) & 0xff)
                .append('.')
                .append(bits & 0xff);
    }

    private int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (48 - 16 * (index & 3))) & 0xffff;
    }

    private void appendGroups(StringBuilder text) {
        int gapStart = 8;
        int gapLength = 1;
        for (int i = 0; i < 8; i++) {
            int zeros = 0;
            while (i + zeros < 8 && group(i + zeros) == 0) {
                zeros++;
            }
            if (zeros > gapLength) {
                gapStart = i;
                gapLength = zeros;
            }
            i += zeros;
        }
        for (int i = 0; i < 8; i++) {
            if (i == gapStart) {
                text.append("::");
                i += gapLength - 1;
                continue;
            }
            if (i > 0 && i != gapStart + gapLength) {
                text.append(':');
            }
            appendHex(text, group(i));
        }
    }

    private static void appendHex(StringBuilder text, int group) {
        boolean started = false;
        for (int shift = 12; shift >= 0; shift -= 4) {
            int digit = (group >>> shift) & 0xf;
            started |= digit != 0 || shift == 0;
            if (started) {
                text.append(Character.forDigit(digit, 16));
            }
        }
    }
}
