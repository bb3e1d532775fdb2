package dev.porthole.net;

import java.util.Optional;

/// A range of addresses in CIDR form; one address is a range of itself. An IPv4 range also holds its addresses in their
/// mapped form, `::ffff:a.b.c.d`.
public final class AddressBlock {
    private static final long MAPPED = 0xffffL;

    private final boolean ipv6;
    private final long high;
    private final long low;
    private final long highMask;
    private final long lowMask;

    private AddressBlock(IpAddress base, int bits) {
        ipv6 = base.ipv6();
        highMask = ipv6 ? mask(bits) : 0;
        lowMask = ipv6 ? mask(bits - 64) : mask(bits + 32) & 0xffff_ffffL;
        high = base.high() & highMask;
        low = base.low() & lowMask;
    }

    /// A long whose upper bits are set.
    private static long mask(int bits) {
        return bits <= 0 ? 0 : bits >= 64 ? -1 : -1L << (64 - bits);
    }

    /// Reads `10.0.0.0/8`, `::1`, `[fe80::]/10`; bits below the prefix do not matter.
    public static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (address.startsWith("[") && address.endsWith("]") && address.indexOf(':') >= 0) {
            address = address.substring(1, address.length() - 1);
        }
        Optional<IpAddress> base = AddressLiteral.read(address);
        if (base.isEmpty()) {
            return Optional.empty();
        }
        int most = base.get().ipv6() ? 128 : 32;
        String prefix = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
        if (!prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > most) {
            return Optional.empty();
        }
        return Optional.of(new AddressBlock(base.get(), Integer.parseInt(prefix)));
    }

    /// Whether the address with these bits, as in [IpAddress], is one of the range.
    public boolean holds(boolean ofIpv6, long ofHigh, long ofLow) {
        if (!ipv6 && ofIpv6 && (ofHigh != 0 || ofLow >>> 32 != MAPPED)) {
            return false;
        }
        return (ofIpv6 || !ipv6) && (ofHigh & highMask) == high && (ofLow & lowMask) == low;
    }
}
