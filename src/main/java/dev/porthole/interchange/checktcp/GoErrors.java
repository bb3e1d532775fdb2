package dev.porthole.interchange.checktcp;

import dev.porthole.net.HostPort;
import dev.porthole.net.SafeText;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.Target;
import dev.porthole.probe.Trace;

/// The wording of Go's runtime, which check-tcp hands on: `dial tcp 127.0.0.1:81: connect: connection refused`.
record GoErrors(Target target, Trace trace) {
    private static final String CERTIFICATE = "tls: failed to verify certificate: x509: ";

    String of(Fault fault, Phase phase) {
        return switch (phase) {
            case Phase.Delay _, Phase.Resolve _ -> "dial tcp: lookup " + target.serverName() + ": " + plain(fault);
            case Phase.Connect _ -> "dial " + remote() + ": " + dial(fault);
            case Phase.Negotiation _, Phase.Handshake _ -> handshake(fault);
            case Phase.Send _, Phase.Quit _ -> "write " + both() + ": " + plain(fault);
            case Phase.Expect _ -> "read " + both() + ": " + plain(fault);
        };
    }

    private static String plain(Fault fault) {
        return switch (fault) {
            case Fault.NameNotFound _ -> "no such host";
            case Fault.NameServerFailed _ -> "server misbehaving";
            case Fault.ResetWhileSending _ -> "write: broken pipe";
            case Fault.ResetBeforeData _, Fault.ResetAfterData _ -> "read: connection reset by peer";
            case Fault.TlsAlert(String name) -> "remote error: tls: " + SafeText.of(name);
            case Fault.ClientCertificateRequired _ -> "remote error: tls: certificate required";
            case Fault.Cancelled _ -> "operation was canceled";
            default -> "i/o timeout";
        };
    }

    private static String dial(Fault fault) {
        return switch (fault) {
            case Fault.ConnectRefused _, Fault.UnixNotASocket _ -> "connect: connection refused";
            case Fault.HostUnreachable _ -> "connect: no route to host";
            case Fault.NetworkUnreachable _ -> "connect: network is unreachable";
            case Fault.ProtocolUnreachable _ -> "connect: protocol not available";
            case Fault.RouteBlackhole _ -> "connect: invalid argument";
            case Fault.LocalPortsExhausted _ -> "connect: cannot assign requested address";
            case Fault.DescriptorsExhausted _ -> "socket: too many open files";
            case Fault.KernelGaveUp _ -> "connect: connection timed out";
            case Fault.ConnectForbidden _, Fault.UnixForbidden _ -> "connect: permission denied";
            case Fault.UnixWrongType _ -> "connect: protocol wrong type for socket";
            case Fault.UnixLoop _ -> "connect: too many levels of symbolic links";
            case Fault.UnixQueueFull _ -> "connect: resource temporarily unavailable";
            case Fault.UnixNotFound _ -> "connect: no such file or directory";
            case Fault.UnusableTarget _ -> "connect: invalid argument";
            case Fault.ConnectFailed(String text) -> "connect: " + SafeText.of(text);
            default -> plain(fault);
        };
    }

    private String handshake(Fault fault) {
        return switch (fault) {
            case Fault.TlsTimeout _ -> "dial " + remote() + ": TLS handshake: i/o timeout";
            case Fault.TlsReset _ -> "read " + both() + ": read: connection reset by peer";
            case Fault.TlsClosed _ -> "EOF";
            case Fault.NotTls _ -> "tls: first record does not look like a TLS handshake";
            case Fault.TlsOldProtocol _ -> "remote error: tls: protocol version not supported";
            case Fault.TlsLimitSize _ -> "tls: handshake message exceeds maximum of 65536 bytes";
            case Fault.TlsProtocolError(String text) -> "tls: " + SafeText.of(text);
            case Fault.CertificateUntrusted _ -> CERTIFICATE + "certificate signed by unknown authority";
            case Fault.CertificateExpired(var since) ->
                CERTIFICATE + "certificate has expired or is not yet valid: not after " + since;
            case Fault.CertificateNotYetValid(var from) ->
                CERTIFICATE + "certificate has expired or is not yet valid: not before " + from;
            case Fault.CertificateForOther(var names) ->
                CERTIFICATE + "certificate is valid for " + SafeText.of(String.join(", ", names)) + ", not "
                        + target.serverName();
            default -> plain(fault);
        };
    }

    private String remote() {
        return switch (target) {
            case Target.Unix(String path) -> "unix " + path;
            case Target.Tcp(var address) -> remote("tcp ", address);
            case Target.Udp(var address) -> remote("udp ", address);
        };
    }

    private String remote(String network, HostPort address) {
        return network
                + trace.connection()
                        .or(() -> trace.attempts().stream().findFirst())
                        .map(attempt -> attempt.address().text())
                        .map(text -> text.indexOf(':') < 0 ? text : "[" + text + "]")
                        .orElse(address.host())
                + ":" + address.port();
    }

    private String both() {
        String local = trace.connection()
                .map(attempt -> attempt.outcome() instanceof Attempt.Open(String end) ? end : "")
                .orElse("");
        String remote = remote();
        int blank = remote.indexOf(' ');
        return remote.substring(0, blank + 1) + local + "->" + remote.substring(blank + 1);
    }
}
