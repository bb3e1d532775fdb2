package dev.porthole.interchange.zabbix;

import dev.porthole.interchange.networkconnections.SocketGroups;
import dev.porthole.net.SafeText;
import dev.porthole.net.SocketState;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `tcp.status[K]` or `linux_status[tcp_status,STATE]`: how many TCP sockets, IPv4 and IPv6 together, are in a state.
public record ZabbixKey(SocketState state) {
    private static final Map<String, SocketState> STATUS_WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("closed", SocketState.CLOSE),
            Map.entry("closewait", SocketState.CLOSE_WAIT),
            Map.entry("closing", SocketState.CLOSING),
            Map.entry("established", SocketState.ESTABLISHED),
            Map.entry("finwait1", SocketState.FIN_WAIT1),
            Map.entry("finwait2", SocketState.FIN_WAIT2),
            Map.entry("lastack", SocketState.LAST_ACK),
            Map.entry("listen", SocketState.LISTEN),
            Map.entry("synrecv", SocketState.SYN_RECV),
            Map.entry("synsent", SocketState.SYN_SENT),
            Map.entry("timewait", SocketState.TIME_WAIT)));
    /// States that no TCP socket of the systems that run an agent has.
    private static final Set<SocketState> NOT_OF_TCP =
            EnumSet.of(SocketState.NONE, SocketState.IDLE, SocketState.BOUND, SocketState.UNKNOWN);

    private static final Pattern STATUS = Pattern.compile("tcp\\.status\\[(.*)]", Pattern.DOTALL);
    private static final Pattern LINUX_STATUS = Pattern.compile("linux_status\\[(.*)]", Pattern.DOTALL);
    private static final Pattern PARAMETERS =
            Pattern.compile(" *(?:\"([^\"]*)\"|([^\",]*)) *, *(?:\"([^\"]*)\"|([^\",]*)) *");

    public static ZabbixKey parse(String key) throws UnsupportedKey {
        Matcher status = STATUS.matcher(key);
        if (status.matches()) {
            SocketState state = STATUS_WORDS.get(status.group(1));
            if (state == null) {
                throw new UnsupportedKey("tcp.status does not know " + quoted(status.group(1)) + ", only "
                        + String.join(", ", STATUS_WORDS.keySet()) + ".");
            }
            return new ZabbixKey(state);
        }
        Matcher linux = LINUX_STATUS.matcher(key);
        if (linux.matches()) {
            return linuxStatus(linux.group(1));
        }
        throw new UnsupportedKey(
                "there is no key " + quoted(key) + ", only tcp.status[K] and linux_status[tcp_status,STATE].");
    }

    private static ZabbixKey linuxStatus(String text) throws UnsupportedKey {
        Matcher parameters = PARAMETERS.matcher(text);
        if (!parameters.matches()) {
            throw new UnsupportedKey("linux_status takes two parameters: linux_status[tcp_status,STATE].");
        }
        String first = either(parameters, 1);
        String name = either(parameters, 3);
        if (!first.equals("tcp_status")) {
            throw new UnsupportedKey("the first parameter is tcp_status, not " + quoted(first) + ".");
        }
        Optional<SocketState> state = SocketState.parse(name).filter(found -> !NOT_OF_TCP.contains(found));
        return new ZabbixKey(state.orElseThrow(() -> new UnsupportedKey("there is no TCP state " + quoted(name)
                + "; write it as ss or netstat do, for example ESTAB, TIME-WAIT or SYN_RECV.")));
    }

    private static String either(Matcher parameters, int group) {
        String quoted = parameters.group(group);
        return quoted != null
                ? quoted
                : String.valueOf(parameters.group(group + 1)).strip();
    }

    private static String quoted(String text) {
        return "\"" + SafeText.of(text) + "\"";
    }

    /// The number that the item gets.
    public int value(SocketGroups sockets) {
        return sockets.groups().stream()
                .filter(group -> group.type().isTcp() && group.state().equals(state.name()))
                .mapToInt(SocketGroups.Group::count)
                .sum();
    }
}
