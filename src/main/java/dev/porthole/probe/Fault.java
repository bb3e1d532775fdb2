package dev.porthole.probe;

import java.time.Instant;
import java.util.List;

/// Why a probe did not get on, told by what happened where, never by a message of the system.
public sealed interface Fault {
    record Cancelled() implements Fault {}

    record UnusableTarget(String why) implements Fault {}

    record NameNotFound(String name) implements Fault {}

    record NameTimeout(String name) implements Fault {}

    /// The name server could not be asked, or failed: whether the name exists is not known.
    record NameServerFailed(String name) implements Fault {}

    /// The name has addresses, but none of the family that was asked for.
    record NoAddressOfFamily(String name, Address.Family family) implements Fault {}

    record ConnectRefused() implements Fault {}

    record ConnectTimeout() implements Fault {}

    /// The kernel of this machine stopped trying (ETIMEDOUT), before our time was up.
    record KernelGaveUp() implements Fault {}

    record HostUnreachable() implements Fault {}

    record NetworkUnreachable() implements Fault {}

    /// The host does not take TCP at all (ICMP protocol unreachable).
    record ProtocolUnreachable() implements Fault {}

    /// A blackhole route of this machine, or an address that cannot be called as it is (EINVAL).
    record RouteBlackhole() implements Fault {}

    /// All local ports towards the target are in use (EADDRNOTAVAIL, EADDRINUSE): of ours, not of the target.
    record LocalPortsExhausted() implements Fault {}

    /// This process has no descriptor left (EMFILE, ENFILE): nothing is known of the target.
    record DescriptorsExhausted() implements Fault {}

    /// This machine has no such address to call from.
    record SourceUnavailable(String source) implements Fault {}

    /// A rule of this machine or an administrator on the way forbids it.
    record ConnectForbidden() implements Fault {}

    /// `systemText` is the system's own wording, in its language.
    record ConnectFailed(String systemText) implements Fault {}

    record UnixNotFound() implements Fault {}

    record UnixNotASocket() implements Fault {}

    /// A datagram or packet socket where a stream was called.
    record UnixWrongType() implements Fault {}

    record UnixLoop() implements Fault {}

    /// `access` is mode and owner of the file, empty if they could not be read.
    record UnixForbidden(String access) implements Fault {}

    /// Somebody listens, but did not accept until time was up.
    record UnixQueueFull() implements Fault {}

    /// Open, or filtered: UDP does not tell.
    record UdpNoAnswer() implements Fault {}

    record UdpPortUnreachable() implements Fault {}

    /// What keeps a connection from being secured.
    sealed interface OfTls extends Fault {}

    /// The server's plain dialogue has no word for TLS.
    record StartTlsNotOffered(StartTls protocol) implements OfTls {}

    /// `text` is the server's own, not secured and not proven.
    record StartTlsRefused(StartTls protocol, String text) implements OfTls {}

    /// What came is not the protocol; `said` is how it began.
    record StartTlsUnexpected(StartTls protocol, Bytes said) implements OfTls {}

    /// Plain text behind the go-ahead, which a careless client would take for secured.
    record StartTlsInjection(Bytes left) implements OfTls {}

    record StartTlsTimeout(StartTls protocol) implements OfTls {}

    record StartTlsClosed(StartTls protocol) implements OfTls {}

    record TlsTimeout() implements OfTls {}

    record TlsReset() implements OfTls {}

    record TlsClosed() implements OfTls {}

    /// The server answered, but not in TLS; `first` is how it began.
    record NotTls(Bytes first) implements OfTls {}

    record TlsAlert(String name) implements OfTls {}

    record TlsProtocolError(String text) implements OfTls {}

    /// The server speaks no version of TLS that is in use today.
    record TlsOldProtocol() implements OfTls {}

    /// The certificates are larger than anybody needs.
    record TlsLimitSize() implements OfTls {}

    /// `issuers` are those whose certificates the server says it takes; it may name none.
    record ClientCertificateRequired(List<String> issuers) implements OfTls {}

    record CertificateUntrusted(Untrusted why, String detail) implements OfTls {}

    record CertificateExpired(Instant since) implements OfTls {}

    record CertificateNotYetValid(Instant from) implements OfTls {}

    /// `names` are those that the certificate does have.
    record CertificateForOther(List<String> names) implements OfTls {}

    /// Why no root of this machine vouches for a certificate.
    enum Untrusted {
        /// By itself; the detail is empty.
        SELF_SIGNED,
        /// The chain ends at a root that is not known here; the detail is its name.
        UNKNOWN_ROOT,
        /// The server sent its own certificate alone; the detail is the name of its issuer.
        INCOMPLETE_CHAIN,
        /// A certificate between is out of date; the detail is its name.
        ISSUER_OUT_OF_DATE,
        /// The server sent none; the detail is empty.
        NOT_SHOWN,
        /// A rule of this machine forbids it; the detail is its text.
        FORBIDDEN
    }

    record SendTimeout() implements Fault {}

    record ResetWhileSending() implements Fault {}

    record ReadTimeout() implements Fault {}

    record ReadTimeoutPartial() implements Fault {}

    record ResetBeforeData() implements Fault {}

    record ResetAfterData() implements Fault {}

    record ClosedBeforeData() implements Fault {}

    record LimitReached() implements Fault {}

    record Mismatch() implements Fault {}

    /// The answer holds what it must not; `pattern` is what was found.
    record Rejected(String pattern) implements Fault {}

    /// The pattern was still being searched when time was up.
    record MatchTimeout() implements Fault {}

    /// A stable word for machines.
    default String code() {
        return switch (this) {
            case Cancelled _ -> "cancelled";
            case UnusableTarget _ -> "input-invalid";
            case NameNotFound _ -> "name-not-found";
            case NameTimeout _ -> "name-timeout";
            case NameServerFailed _ -> "name-server-failed";
            case NoAddressOfFamily _ -> "no-address-of-family";
            case ConnectRefused _ -> "connect-refused";
            case ConnectTimeout _, KernelGaveUp _ -> "connect-timeout";
            case HostUnreachable _ -> "host-unreachable";
            case NetworkUnreachable _ -> "network-unreachable";
            case ProtocolUnreachable _ -> "protocol-unreachable";
            case RouteBlackhole _ -> "route-blackhole";
            case LocalPortsExhausted _ -> "local-ports-exhausted";
            case DescriptorsExhausted _ -> "descriptors-exhausted";
            case SourceUnavailable _ -> "source-unavailable";
            case ConnectForbidden _ -> "connect-forbidden";
            case ConnectFailed _ -> "connect-failed";
            case UnixNotFound _ -> "unix-not-found";
            case UnixNotASocket _ -> "unix-not-a-socket";
            case UnixWrongType _ -> "unix-wrong-type";
            case UnixLoop _ -> "unix-loop";
            case UnixForbidden _ -> "unix-permission";
            case UnixQueueFull _ -> "unix-queue-full";
            case UdpNoAnswer _ -> "udp-no-answer-timeout";
            case UdpPortUnreachable _ -> "udp-port-unreachable";
            case StartTlsNotOffered _ -> "starttls-not-offered";
            case StartTlsRefused _ -> "starttls-refused";
            case StartTlsUnexpected _ -> "starttls-unexpected";
            case StartTlsInjection _ -> "starttls-injection";
            case StartTlsTimeout _ -> "starttls-timeout";
            case StartTlsClosed _ -> "starttls-eof";
            case TlsTimeout _ -> "tls-timeout";
            case TlsReset _ -> "tls-reset";
            case TlsClosed _ -> "tls-eof";
            case NotTls _ -> "tls-not-tls";
            case TlsAlert _ -> "tls-alert";
            case TlsProtocolError _ -> "tls-protocol-error";
            case TlsOldProtocol _ -> "tls-old-protocol";
            case TlsLimitSize _ -> "tls-limit-size";
            case ClientCertificateRequired _ -> "tls-client-cert-required";
            case CertificateUntrusted _ -> "tls-untrusted";
            case CertificateExpired _ -> "tls-expired";
            case CertificateNotYetValid _ -> "tls-not-yet-valid";
            case CertificateForOther _ -> "tls-hostname";
            case SendTimeout _ -> "send-timeout";
            case ResetWhileSending _ -> "reset-during-send";
            case ReadTimeout _ -> "read-timeout";
            case ReadTimeoutPartial _ -> "read-timeout-partial";
            case ResetBeforeData _ -> "reset-before-data";
            case ResetAfterData _ -> "reset-after-data";
            case ClosedBeforeData _ -> "eof-before-data";
            case LimitReached _ -> "limit-bytes";
            case Mismatch _ -> "expect-mismatch";
            case Rejected _ -> "reject-match";
            case MatchTimeout _ -> "match-timeout";
        };
    }
}
