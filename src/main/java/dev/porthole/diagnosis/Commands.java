package dev.porthole.diagnosis;

import dev.porthole.net.IpAddress;
import org.jspecify.annotations.Nullable;

/// What to type on this kind of system; null where it has no command for it that is sure to be there. All of them look
/// and change nothing.
public record Commands(Platform platform) {
    /// Whether a name may stand in a command as it is, whatever shell reads it.
    public static boolean mayHold(String name) {
        return name.matches("[A-Za-z0-9._-]+");
    }

    public @Nullable String listeners(boolean udp, int port) {
        return switch (platform) {
            case LINUX -> "ss -" + (udp ? "u" : "t") + "lnp 'sport = :" + port + "'";
            case MACOS -> "lsof -nP -i" + (udp ? "UDP:" : "TCP:") + port;
            case WINDOWS -> "netstat -ano | findstr :" + port;
            case OTHER -> null;
        };
    }

    /// All sockets that use this local port, in whatever state.
    public @Nullable String users(boolean udp, int port) {
        return platform == Platform.LINUX
                ? "ss -" + (udp ? "u" : "t") + "anp 'sport = :" + port + "'"
                : listeners(udp, port);
    }

    public @Nullable String firewall() {
        return switch (platform) {
            case LINUX -> "nft list ruleset; iptables-save; ip6tables-save";
            case MACOS -> "pfctl -sr";
            case WINDOWS -> "netsh advfirewall firewall show rule name=all";
            case OTHER -> null;
        };
    }

    public @Nullable String route(IpAddress to) {
        return switch (platform) {
            case LINUX -> "ip route get " + to;
            case MACOS -> "route -n get " + (to.ipv6() ? "-inet6 " : "") + to;
            case WINDOWS -> "route print";
            case OTHER -> null;
        };
    }

    public @Nullable String routes(boolean ipv6) {
        return switch (platform) {
            case LINUX -> ipv6 ? "ip -6 route show table all" : "ip route show table all";
            case MACOS -> "netstat -rn";
            case WINDOWS -> "route print";
            case OTHER -> null;
        };
    }

    public @Nullable String neighbour(IpAddress address) {
        return switch (platform) {
            case LINUX -> "ip neigh show " + address;
            case MACOS, WINDOWS -> "arp -a";
            case OTHER -> null;
        };
    }

    public @Nullable String path(IpAddress to) {
        return switch (platform) {
            case LINUX, MACOS -> "traceroute -n " + to;
            case WINDOWS -> "tracert -d " + to;
            case OTHER -> null;
        };
    }

    public @Nullable String addresses() {
        return switch (platform) {
            case LINUX -> "ip -br address";
            case MACOS -> "ifconfig";
            case WINDOWS -> "ipconfig /all";
            case OTHER -> null;
        };
    }

    /// What the resolver of the system says.
    ///
    /// @param host fit to be typed: letters, digits, dots, hyphens
    public @Nullable String lookUp(String host) {
        if (!mayHold(host)) {
            return null;
        }
        return switch (platform) {
            case LINUX -> "getent ahosts " + host;
            case MACOS -> "dscacheutil -q host -a name " + host;
            case WINDOWS -> "nslookup " + host;
            case OTHER -> null;
        };
    }

    public @Nullable String clock() {
        return switch (platform) {
            case LINUX -> "timedatectl";
            case MACOS -> "date -u";
            case WINDOWS -> "w32tm /query /status";
            case OTHER -> null;
        };
    }

    /// The command itself on Linux, else none.
    ///
    /// @param onLinux a command that only Linux has
    public @Nullable String linux(String onLinux) {
        return platform == Platform.LINUX ? onLinux : null;
    }
}
