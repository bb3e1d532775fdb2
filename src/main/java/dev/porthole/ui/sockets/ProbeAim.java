package dev.porthole.ui.sockets;

import dev.porthole.net.HostPort;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.SocketEntry;
import java.util.Optional;

/// Where a probe has to call to reach a socket that waits for callers.
///
/// @param udp whether it is a UDP socket
public record ProbeAim(HostPort target, boolean udp) {
    /// Empty of a socket that nobody can call: one end of a connection.
    static Optional<ProbeAim> of(SocketEntry socket) {
        boolean udp = !socket.protocol().isTcp();
        boolean waits =
                socket.state() == SocketState.LISTEN || (udp && socket.remote().isEmpty());
        int port = socket.local().port();
        if (!waits || port == 0) {
            return Optional.empty();
        }
        var address = socket.local().address();
        String numeric = address.isMapped() ? address.toString().replace("::ffff:", "") : address.toString();
        String anywhere = socket.protocol().isIpv6() ? "::1" : "127.0.0.1";
        String host = address.isAny() ? anywhere : numeric;
        return Optional.of(new ProbeAim(new HostPort(host, port), udp));
    }
}
