package dev.porthole.probe;

import dev.porthole.net.SafeText;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Why a connection could not be secured, in words, with the next step.
final class TlsSentence {
    private static final int NAMES_SHOWN = 8;

    private TlsSentence() {}

    static String of(Fault.OfTls fault, FaultSentence.Words words) {
        return switch (fault) {
            case Fault.StartTlsNotOffered(StartTls protocol) ->
                words.connected() + ", but the server does not offer " + protocol.request() + " for "
                        + protocol.protocol()
                        + ": it is switched off there, or only the port with TLS from the start has it";
            case Fault.StartTlsRefused(StartTls protocol, String text) ->
                words.connected() + ", but the server refused " + protocol.request() + ". It said, unsecured: "
                        + SafeText.of(text);
            case Fault.StartTlsUnexpected(StartTls protocol, Bytes said) ->
                words.connected() + ", but this is no answer of " + protocol.protocol() + ": " + Judge.quote(said)
                        + like(said);
            case Fault.StartTlsInjection(Bytes left) ->
                "Plain text follows the server's go-ahead for TLS, as in an injection attack: " + Judge.quote(left)
                        + ". The server or something between has a fault; nothing was sent";
            case Fault.StartTlsTimeout(StartTls protocol) ->
                words.connected() + ", then the server stopped in the dialogue before TLS (" + protocol.request()
                        + "), after: " + words.answer();
            case Fault.StartTlsClosed(StartTls protocol) ->
                words.connected() + ", then the server closed the connection in the dialogue before TLS ("
                        + protocol.request() + "), after: " + words.answer();
            case Fault.CertificateUntrusted _,
                    Fault.CertificateExpired _,
                    Fault.CertificateNotYetValid _,
                    Fault.CertificateForOther _ -> certificate(fault, words);
            case Fault.ClientCertificateRequired(List<String> issuers) ->
                "The server wants a certificate of the client and got none"
                        + (issuers.isEmpty() ? "" : "; it takes those issued by " + listed(issuers));
            default -> handshake(fault, words);
        };
    }

    private static String handshake(Fault.OfTls fault, FaultSentence.Words words) {
        return switch (fault) {
            case Fault.TlsTimeout _ -> words.connected() + ", then the TLS handshake did not end in " + words.spent();
            case Fault.TlsReset _ -> words.connected() + ", then the server reset the connection in the TLS handshake";
            case Fault.TlsClosed _ ->
                words.connected() + ", then the server closed the connection in the TLS handshake: it may not speak"
                        + " TLS here, or not take this client";
            case Fault.NotTls(Bytes first) ->
                "The server does not speak TLS here; it began with: " + Judge.quote(first) + notTls(first);
            case Fault.TlsAlert(String name) ->
                "The server ended the TLS handshake with the alert “" + SafeText.of(name) + "”" + alert(name);
            case Fault.TlsOldProtocol _ ->
                "The server speaks only a version of TLS older than 1.2, which is switched off: update it, or allow"
                        + " old versions to see more";
            case Fault.TlsLimitSize _ ->
                "The server sent more certificates than 256 KB or 10 of them, which no client has to take";
            case Fault.TlsProtocolError(String text) -> "The TLS handshake failed: " + SafeText.of(text);
            default -> fault.code();
        };
    }

    /// One certificate may have three faults, and each is told.
    private static String certificate(Fault fault, FaultSentence.Words words) {
        return words.trace().tls().map(facts -> facts.doubts().all()).orElse(List.of()).stream()
                .filter(other -> !other.equals(fault))
                .map(other -> "; also, it " + clause(other, words))
                .reduce("The certificate " + clause(fault, words), String::concat);
    }

    private static String clause(Fault fault, FaultSentence.Words words) {
        return switch (fault) {
            case Fault.CertificateUntrusted(var why, String detail) -> untrusted(why, SafeText.of(detail));
            case Fault.CertificateExpired(var since) -> "expired at " + since + ": it has to be renewed on the server";
            case Fault.CertificateNotYetValid(var from) ->
                "is valid only from " + from + " on; the clock of this machine says " + clock(words.trace());
            case Fault.CertificateForOther(List<String> names) ->
                "is not for " + words.host() + " but for " + (names.isEmpty() ? "no name at all" : listed(names));
            default -> fault.code();
        };
    }

    private static String clock(Trace trace) {
        return trace.tls()
                .map(facts -> facts.seen().truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("otherwise");
    }

    private static String untrusted(Fault.Untrusted why, String detail) {
        String reason =
                switch (why) {
                    case SELF_SIGNED ->
                        "it is signed by itself; trust it by name, or have it signed by an authority that clients know";
                    case UNKNOWN_ROOT -> "this machine does not know its issuer " + detail;
                    case INCOMPLETE_CHAIN ->
                        "the chain is incomplete: the server does not send the certificate of its issuer " + detail
                                + ", and this machine does not know it";
                    case ISSUER_OUT_OF_DATE -> "a certificate of its chain is out of date: " + detail;
                    case NOT_SHOWN -> "the server showed none";
                    case FORBIDDEN -> "a rule of this machine forbids it: " + detail;
                };
        return "is not trusted: " + reason;
    }

    private static String notTls(Bytes first) {
        String hint = like(first);
        return hint.isEmpty() ? "" : hint + ": switch TLS off, or use the port with TLS, or STARTTLS";
    }

    private static String like(Bytes said) {
        return Likeness.of(said).map(like -> "; this looks like " + like).orElse("");
    }

    private static String alert(String name) {
        return switch (name) {
            case "handshake_failure" -> ": it shares no cipher or key type with this client, or wants its certificate";
            case "unrecognized_name" -> ": it does not know the name that was asked for";
            case "internal_error" -> ": look into the log of the server";
            case "no_application_protocol" -> ": it speaks none of the protocols (ALPN) that were offered";
            case "unknown_ca", "bad_certificate", "certificate_unknown", "access_denied", "certificate_expired" ->
                ": it does not take the certificate of this client";
            default -> "";
        };
    }

    private static String listed(List<String> names) {
        String all = SafeText.of(String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size()))));
        return names.size() > NAMES_SHOWN ? all + " and " + (names.size() - NAMES_SHOWN) + " more" : all;
    }
}
