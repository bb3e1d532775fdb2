package dev.porthole.sockets;

import dev.porthole.net.SocketState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// From where a socket that waits to be called can be reached, by the address it is bound to. A firewall may narrow it.
public enum Exposure {
    LOOPBACK,
    /// One address of the machine, and with it one interface.
    ONE,
    ALL_IPV4,
    /// `::` that leaves IPv4 alone.
    ALL_IPV6,
    /// `::` that takes IPv4 callers, too.
    ALL_BOTH,
    /// `::`, of which the source does not tell whether it takes IPv4 callers.
    ALL_IPV6_OR_BOTH;

    private static final long MAPPED_ANY = 0xffff_0000_0000L;

    /// Null of a socket that waits for no caller: one that is connected, or neither listens nor is UDP.
    public static @Nullable Exposure of(SocketTable table, int row) {
        SocketState state = table.state(row);
        boolean waits = state == SocketState.LISTEN || state == SocketState.NONE;
        if (!waits || table.remotePort(row) != 0 || table.localPort(row) == 0) {
            return null;
        }
        boolean ipv6 = table.protocol(row).isIpv6();
        long low = table.localLow(row);
        if (table.localHigh(row) != 0 || (low != 0 && low != MAPPED_ANY)) {
            return table.isLoopback(row) ? LOOPBACK : ONE;
        }
        return ipv6 && low == 0 ? any((int) table.figure(row, Figure.V6_ONLY, -1)) : ALL_IPV4;
    }

    private static Exposure any(int v6Only) {
        return v6Only < 0 ? ALL_IPV6_OR_BOTH : v6Only == 0 ? ALL_BOTH : ALL_IPV6;
    }

    /// `loopback`, `one` or `all`.
    public String word() {
        return this == LOOPBACK || this == ONE ? name().toLowerCase(Locale.ROOT) : "all";
    }
}
