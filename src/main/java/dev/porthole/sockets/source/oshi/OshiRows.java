package dev.porthole.sockets.source.oshi;

import dev.porthole.net.IpAddress;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.SocketTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/// OSHI's connections as our rows. OSHI gives UDP a TCP state on Linux, spells states and types its own way, and writes
/// IPv4 addresses on IPv6 sockets with four bytes.
final class OshiRows {
    private static final int MAPPED = 0xffff;

    private OshiRows() {}

    /// @param hasQueues false where OSHI says 0 because the system does not tell (Windows)
    static SocketTable table(Collection<IPConnection> connections, boolean hasQueues) {
        SocketTable.Builder table = new SocketTable.Builder();
        // Without inodes, SO_REUSEPORT rows are told apart by their process, and equal ones of one process by a running
        // number.
        Map<String, Integer> seen = new HashMap<>();
        for (IPConnection connection : connections) {
            add(connection, hasQueues, table);
            long pid = Math.max(0, connection.getowningProcessId());
            table.identity(pid << 32 | seen.merge(sameSocket(connection), 1, Integer::sum));
        }
        return table.build();
    }

    private static String sameSocket(IPConnection connection) {
        return connection.getType()
                + connection.getLocalPort()
                + Arrays.toString(connection.getLocalAddress())
                + connection.getForeignPort()
                + Arrays.toString(connection.getForeignAddress())
                + connection.getowningProcessId();
    }

    private static void add(IPConnection connection, boolean hasQueues, SocketTable.Builder table) {
        Protocol protocol = protocol(connection.getType());
        IpAddress local = address(connection.getLocalAddress(), protocol);
        IpAddress remote = address(connection.getForeignAddress(), protocol);
        SocketState state = protocol.isTcp() ? state(connection.getState()) : SocketState.NONE;
        table.add(protocol, state)
                .local(local.high(), local.low(), connection.getLocalPort())
                .remote(remote.high(), remote.low(), connection.getForeignPort());
        if (hasQueues) {
            table.receiveQueue(connection.getReceiveQueue()).sendQueue(connection.getTransmitQueue());
        }
        if (connection.getowningProcessId() > 0) {
            table.pid(connection.getowningProcessId());
        }
    }

    private static SocketState state(@Nullable TcpState state) {
        return state == null
                ? SocketState.UNKNOWN
                : SocketState.parse(state.name()).orElse(SocketState.UNKNOWN);
    }

    /// `tcp4`, `tcp6`, `tcp46`, `udp4`, `udp6`, `udp46`.
    private static Protocol protocol(String type) {
        boolean ipv6 = type.endsWith("6");
        if (type.startsWith("tcp")) {
            return ipv6 ? Protocol.TCP6 : Protocol.TCP;
        }
        return ipv6 ? Protocol.UDP6 : Protocol.UDP;
    }

    private static IpAddress address(byte[] bytes, Protocol protocol) {
        if (bytes.length != 4 && bytes.length != 16) {
            return new IpAddress(protocol.isIpv6(), 0, 0);
        }
        IpAddress address = IpAddress.of(bytes);
        if (!protocol.isIpv6()) {
            return IpAddress.v4((int) address.low());
        }
        if (address.ipv6()) {
            return address;
        }
        return address.isAny() ? IpAddress.v6(0, 0) : IpAddress.v6(0, ((long) MAPPED << 32) | address.low());
    }
}
