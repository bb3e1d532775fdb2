package dev.porthole.net;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads addresses as they are printed, and asks no resolver: four decimal numbers, or RFC 4291 section 2.2.
final class AddressLiteral {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern HEX_GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

    private AddressLiteral() {}

    static Optional<IpAddress> read(String text) {
        if (text.indexOf(':') < 0) {
            long bits = quad(text);
            return bits < 0 ? Optional.empty() : Optional.of(IpAddress.v4((int) bits));
        }
        return ipv6(text);
    }

    /// The 32 bits, -1 if the text is no dotted quad.
    private static long quad(String text) {
        String[] parts = text.split("\\.", -1);
        long bits = parts.length == 4 ? 0 : -1;
        for (int i = 0; i < parts.length && bits >= 0; i++) {
            boolean number = NUMBER.matcher(parts[i]).matches() && Integer.parseInt(parts[i]) <= 255;
            bits = number ? (bits << 8) | Integer.parseInt(parts[i]) : -1;
        }
        return bits;
    }

    private static Optional<IpAddress> ipv6(String text) {
        int gap = text.indexOf("::");
        int[] before = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        int[] after = groups(gap < 0 ? "" : text.substring(gap + 2), true);
        if (before == null || after == null) {
            return Optional.empty();
        }
        int count = before.length + after.length;
        if (gap < 0 ? count != 8 : count > 7) {
            return Optional.empty();
        }
        long[] halves = new long[2];
        for (int i = 0; i < before.length; i++) {
            put(halves, i, before[i]);
        }
        for (int i = 0; i < after.length; i++) {
            put(halves, 8 - after.length + i, after[i]);
        }
        return Optional.of(IpAddress.v6(halves[0], halves[1]));
    }

    private static void put(long[] halves, int place, int group) {
        halves[place / 4] |= (long) group << (48 - 16 * (place & 3));
    }

    /// Groups of 16 bits, null if there is something else among them; a quad at the end of the address is two.
    private static int @Nullable [] groups(String text, boolean last) {
        if (text.isEmpty()) {
            return new int[0];
        }
        int lastColon = text.lastIndexOf(':');
        long quad = last ? quad(text.substring(lastColon + 1)) : -1;
        String hex = quad < 0
                ? text
                : text.substring(0, lastColon + 1)
                        + Long.toHexString(quad >>> 16)
                        + ":"
                        + Long.toHexString(quad & 0xffff);
        String[] parts = hex.split(":", -1);
        int[] groups = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!HEX_GROUP.matcher(parts[i]).matches()) {
                return null;
            }
            groups[i] = Integer.parseInt(parts[i], 16);
        }
        return groups;
    }
}
