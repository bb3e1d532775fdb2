package dev.porthole.interchange.datadog;

import dev.porthole.interchange.datadog.TcpInstance.Peer;
import dev.porthole.probe.Fault;
import java.time.Duration;
import java.util.Optional;

/// `str(error)` of Python's socket module, which the check puts into its messages.
public final class PythonErrors {
    static final String TIMED_OUT = "timed out";

    private PythonErrors() {}

    /// Of a failure to connect.
    public static String connecting(Fault fault) {
        return switch (fault) {
            case Fault.ConnectTimeout _ -> TIMED_OUT;
            case Fault.ConnectRefused _ -> "[Errno 111] Connection refused";
            case Fault.KernelGaveUp _ -> "[Errno 110] Connection timed out";
            case Fault.NetworkUnreachable _ -> "[Errno 101] Network is unreachable";
            case Fault.ProtocolUnreachable _ -> "[Errno 92] Protocol not available";
            case Fault.RouteBlackhole _ -> "[Errno 22] Invalid argument";
            case Fault.LocalPortsExhausted _ -> "[Errno 99] Cannot assign requested address";
            case Fault.DescriptorsExhausted _ -> "[Errno 24] Too many open files";
            case Fault.HostUnreachable _ -> "[Errno 113] No route to host";
            case Fault.ConnectForbidden _ -> "[Errno 13] Permission denied";
            case Fault.ConnectFailed(String text) -> text;
            default -> fault.code();
        };
    }

    /// Of a failure to resolve.
    static String resolving(Fault fault) {
        return fault instanceof Fault.NameTimeout || fault instanceof Fault.NameServerFailed
                ? "[Errno -3] Temporary failure in name resolution"
                : "[Errno -2] Name or service not known";
    }

    /// Of a host without an IPv4 address under `ipv4_only`.
    static String noIpv4(String host) {
        return host.indexOf(':') >= 0
                ? "[Errno -9] Address family for hostname not supported"
                : "[Errno -5] No address associated with hostname";
    }

    /// What Python says to such values before it sends anything; empty if it would connect.
    public static Optional<Fault> beforeConnecting(Peer peer, Duration timeout) {
        if (!peer.hasPort()) {
            return Optional.of(new Fault.ConnectFailed("connect(): port must be 0-65535."));
        }
        if (timeout.isNegative()) {
            return Optional.of(new Fault.ConnectFailed("Timeout value out of range"));
        }
        // Python takes 0 for a socket that does not block, so that it never sees the answer.
        return timeout.isZero()
                ? Optional.of(new Fault.ConnectFailed("[Errno 115] Operation now in progress"))
                : Optional.empty();
    }
}
