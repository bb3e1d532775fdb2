package dev.porthole.diagnosis;

import dev.porthole.net.AddressBlock;
import dev.porthole.net.IpAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A line of the table of routes.
///
/// @param to the range with its length: `10.0.0.0/8`
/// @param prefix its length in bits
/// @param gateway null if the range is on the link itself
/// @param link empty where the route leads nowhere
public record Route(
        String to, int prefix, long metric, @Nullable IpAddress gateway, String link, Kind kind) {
    /// What becomes of packets.
    public enum Kind {
        FORWARDS,
        /// `unreachable` or `prohibit`: the sender is told at once.
        REJECTS,
        /// `blackhole`: thrown away.
        SWALLOWS
    }

    private boolean holds(IpAddress address) {
        return AddressBlock.parse(to)
                .filter(range -> to.indexOf(':') >= 0 == address.ipv6())
                .filter(range -> range.holds(address.ipv6(), address.high(), address.low()))
                .isPresent();
    }

    /// The route that is taken to this address, as the main table has it: the longest prefix, then the lowest metric.
    /// Policy rules are not seen.
    public static Optional<Route> best(List<Route> routes, IpAddress to) {
        return routes.stream()
                .filter(route -> route.holds(to.unmapped()))
                .min(Comparator.comparingInt((Route route) -> -route.prefix).thenComparingLong(Route::metric));
    }

    /// `10.2.0.0/16 via 10.0.0.1 dev eth0`, `blackhole 10.1.0.0/16`.
    public String inWords() {
        return switch (kind) {
            case REJECTS -> "unreachable or prohibit " + to;
            case SWALLOWS -> "blackhole " + to;
            case FORWARDS -> to + (gateway == null ? "" : " via " + gateway) + " dev " + link;
        };
    }
}
