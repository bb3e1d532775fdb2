package dev.porthole.interchange.datadog;

import dev.porthole.net.IpAddress;
import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a host is to the resolver of Python and the C library, which read numbers otherwise than Java's: `""` is no
/// host and `[::1]` no address, while `127.1` and `0177.0.0.1` are 127.0.0.1.
public sealed interface HostText {
    /// An address; nobody has to be asked.
    record Literal(Address address) implements HostText {}

    /// A name for the resolver, in ASCII.
    record Name(String name) implements HostText {}

    /// Nothing that could be looked up.
    record Unknown() implements HostText {}

    static HostText of(String host) {
        Optional<Address> literal = literal(host).or(() -> numbersAndDots(host));
        if (literal.isPresent()) {
            return new Literal(literal.get());
        }
        if (host.isBlank() || host.startsWith("[") || host.chars().anyMatch(c -> c <= ' ')) {
            return new Unknown();
        }
        try {
            boolean ascii = host.chars().allMatch(c -> c < 0x80);
            return new Name(ascii ? host : IDN.toASCII(host));
        } catch (IllegalArgumentException noName) {
            return new Unknown();
        }
    }

    /// An address as it is printed; a mapped one stays IPv6.
    static Optional<Address> literal(String text) {
        return IpAddress.parse(text)
                .map(address -> new Address(address.ipv6() ? Family.IPV6 : Family.IPV4, address.toString()));
    }

    /// The forms of `inet_aton(3)`: one to four numbers, the last one fills what is left of the 32 bits.
    private static Optional<Address> numbersAndDots(String text) {
        String[] parts = text.toLowerCase(Locale.ROOT).split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long bits = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            long most = last ? (1L << (8 * (4 - i))) - 1 : 255;
            long part = number(parts[i]);
            if (part < 0 || part > most) {
                return Optional.empty();
            }
            bits |= part << (last ? 0 : 24 - 8 * i);
        }
        return Optional.of(new Address(Family.IPV4, IpAddress.v4((int) bits).toString()));
    }

    /// Decimal, octal with a leading 0, or hexadecimal; -1 for anything else.
    private static long number(String text) {
        if (Pattern.matches("0x[0-9a-f]{1,8}", text)) {
            return Long.parseLong(text.substring(2), 16);
        }
        if (Pattern.matches("0[0-7]{0,12}", text)) {
            return Long.parseLong(text, 8);
        }
        return Pattern.matches("[1-9][0-9]{0,9}", text) ? Long.parseLong(text) : -1;
    }
}
