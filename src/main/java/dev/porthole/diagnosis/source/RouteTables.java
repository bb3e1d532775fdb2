package dev.porthole.diagnosis.source;

import dev.porthole.diagnosis.Route;
import dev.porthole.net.IpAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads `/proc/net/route` (`net/ipv4/fib_trie.c`) and `/proc/net/ipv6_route` (`net/ipv6/route.c`). Lines of no known
/// form are left out.
final class RouteTables {
    private static final int UP = 0x1;
    private static final int REJECT = 0x200;

    private RouteTables() {}

    /// `Iface Destination Gateway Flags RefCnt Use Metric Mask …`, addresses as 32-bit words of a little-endian
    /// machine.
    static List<Route> ipv4(String text) {
        return text.lines().skip(1).flatMap(line -> ipv4Line(line).stream()).toList();
    }

    private static Optional<Route> ipv4Line(String line) {
        String[] field = line.strip().split("\\s+", -1);
        if (field.length < 8 || Stream.of(1, 2, 3, 7).anyMatch(i -> !field[i].matches("[0-9A-Fa-f]{4,8}"))) {
            return Optional.empty();
        }
        int flags = Integer.parseInt(field[3], 16);
        int prefix = Integer.bitCount(word(field[7]));
        Route.Kind kind = (flags & REJECT) != 0
                ? Route.Kind.REJECTS
                : field[0].equals("*") ? Route.Kind.SWALLOWS : Route.Kind.FORWARDS;
        int gateway = word(field[2]);
        return (flags & UP) == 0 || !field[6].matches("\\d{1,10}")
                ? Optional.empty()
                : Optional.of(new Route(
                        IpAddress.v4(word(field[1])) + "/" + prefix,
                        prefix,
                        Long.parseLong(field[6]),
                        gateway == 0 ? null : IpAddress.v4(gateway),
                        kind == Route.Kind.FORWARDS ? field[0] : "",
                        kind));
    }

    private static int word(String hex) {
        return Integer.reverseBytes(Integer.parseUnsignedInt(hex, 16));
    }

    /// `destination prefix source prefix gateway metric refs use flags device`. A blackhole looks like any
    /// rejection here.
    static List<Route> ipv6(String text) {
        return text.lines().flatMap(line -> ipv6Line(line).stream()).toList();
    }

    private static Optional<Route> ipv6Line(String line) {
        String[] field = line.strip().split("\\s+", -1);
        if (field.length < 10 || Stream.of(1, 5, 8).anyMatch(i -> !field[i].matches("[0-9A-Fa-f]{1,8}"))) {
            return Optional.empty();
        }
        IpAddress to = address(field[0]);
        IpAddress gateway = address(field[4]);
        if (to == null || gateway == null) {
            return Optional.empty();
        }
        boolean rejects = (Integer.parseUnsignedInt(field[8], 16) & REJECT) != 0;
        int prefix = Integer.parseInt(field[1], 16);
        return Optional.of(new Route(
                to + "/" + prefix,
                prefix,
                Long.parseLong(field[5], 16),
                gateway.isAny() ? null : gateway,
                rejects ? "" : field[9],
                rejects ? Route.Kind.REJECTS : Route.Kind.FORWARDS));
    }

    private static @Nullable IpAddress address(String hex) {
        return hex.matches("[0-9A-Fa-f]{32}") ? IpAddress.of(HexFormat.of().parseHex(hex)) : null;
    }
}
