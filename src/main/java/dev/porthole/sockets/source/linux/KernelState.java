package dev.porthole.sockets.source.linux;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;

/// The numbers of `include/net/tcp_states.h`, in `/proc/net` and in netlink alike.
final class KernelState {
    private static final SocketState[] TCP = {
        SocketState.UNKNOWN,
        SocketState.ESTABLISHED,
        SocketState.SYN_SENT,
        SocketState.SYN_RECV,
        SocketState.FIN_WAIT1,
        SocketState.FIN_WAIT2,
        SocketState.TIME_WAIT,
        SocketState.CLOSE,
        SocketState.CLOSE_WAIT,
        SocketState.LAST_ACK,
        SocketState.LISTEN,
        SocketState.CLOSING,
        // TCP_NEW_SYN_RECV: the kernel shows it as SYN_RECV.
        SocketState.SYN_RECV,
    };

    private KernelState() {}

    /// UDP has no states, connected or not.
    static SocketState of(int code, Protocol protocol) {
        if (!protocol.isTcp()) {
            return SocketState.NONE;
        }
        return code >= 0 && code < TCP.length ? TCP[code] : SocketState.UNKNOWN;
    }
}
