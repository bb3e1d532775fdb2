package dev.porthole.probe;

import dev.porthole.net.SafeText;
import java.util.List;
import java.util.stream.Collectors;

/// A fault in words: what was reached, what was not, and what that points to.
final class FaultSentence {
    private FaultSentence() {}

    static String of(Fault fault, ProbeSpec spec, Trace trace) {
        Words words = new Words(spec, trace);
        return switch (fault) {
            case Fault.Cancelled _ -> "Cancelled after " + HumanTime.of(trace.elapsed());
            case Fault.UnusableTarget(String why) -> SafeText.of(why);
            case Fault.NameNotFound(String name) ->
                "Name not found: the resolver knows no address of " + SafeText.of(name);
            case Fault.NameTimeout(String name) ->
                "The name server gave no answer for " + SafeText.of(name) + " in " + words.spent();
            case Fault.NameServerFailed(String name) ->
                "The name server failed or could not be reached, so whether " + SafeText.of(name)
                        + " exists is not known";
            case Fault.NoAddressOfFamily(String name, Address.Family family) ->
                SafeText.of(name) + " has no " + family.word() + " address: it has " + words.list(trace.addresses());
            case Fault.ConnectRefused _,
                    Fault.ConnectTimeout _,
                    Fault.KernelGaveUp _,
                    Fault.HostUnreachable _,
                    Fault.NetworkUnreachable _,
                    Fault.ProtocolUnreachable _,
                    Fault.RouteBlackhole _,
                    Fault.LocalPortsExhausted _,
                    Fault.DescriptorsExhausted _,
                    Fault.SourceUnavailable _,
                    Fault.ConnectForbidden _,
                    Fault.ConnectFailed _,
                    Fault.UnixNotFound _,
                    Fault.UnixNotASocket _,
                    Fault.UnixWrongType _,
                    Fault.UnixLoop _,
                    Fault.UnixForbidden _,
                    Fault.UnixQueueFull _,
                    Fault.UdpNoAnswer _,
                    Fault.UdpPortUnreachable _ -> ConnectSentence.of(fault, spec, trace);
            case Fault.TlsTimeout _,
                    Fault.TlsReset _,
                    Fault.TlsClosed _,
                    Fault.NotTls _,
                    Fault.TlsAlert _,
                    Fault.TlsProtocolError _,
                    Fault.CertificateUntrusted _,
                    Fault.CertificateExpired _,
                    Fault.CertificateNotYetValid _,
                    Fault.CertificateForOther _ -> securing(fault, words);
            case Fault.SendTimeout _,
                    Fault.ResetWhileSending _,
                    Fault.ReadTimeout _,
                    Fault.ReadTimeoutPartial _,
                    Fault.ResetBeforeData _,
                    Fault.ResetAfterData _,
                    Fault.ClosedBeforeData _,
                    Fault.LimitReached _,
                    Fault.Mismatch _,
                    Fault.MatchTimeout _ -> talking(fault, words);
        };
    }

    private static String securing(Fault fault, Words words) {
        return switch (fault) {
            case Fault.TlsTimeout _ -> words.connected() + ", then the TLS handshake did not end in " + words.spent();
            case Fault.TlsReset _ -> words.connected() + ", then the server reset the connection in the TLS handshake";
            case Fault.TlsClosed _ ->
                words.connected() + ", then the server closed the connection in the TLS handshake";
            case Fault.NotTls(Bytes first) ->
                "The server does not speak TLS here; it began with: " + Judge.quote(first);
            case Fault.TlsAlert(String name) ->
                "The server ended the TLS handshake with the alert “" + SafeText.of(name) + "”";
            case Fault.TlsProtocolError(String text) -> "The TLS handshake failed: " + SafeText.of(text);
            case Fault.CertificateUntrusted(String why) -> "The certificate is not trusted: " + SafeText.of(why);
            case Fault.CertificateExpired(var since) -> "The certificate expired at " + since;
            case Fault.CertificateNotYetValid(var from) -> "The certificate is valid only from " + from + " on";
            case Fault.CertificateForOther(var names) ->
                "The certificate is not for " + words.host() + " but for "
                        + (names.isEmpty() ? "no name at all" : SafeText.of(String.join(", ", names)));
            default -> fault.code();
        };
    }

    private static String talking(Fault fault, Words words) {
        return switch (fault) {
            case Fault.SendTimeout _ -> words.connected() + ", but the server did not take all that was sent in time";
            case Fault.ResetWhileSending _ ->
                words.connected() + ", then the server reset the connection while we sent";
            case Fault.ReadTimeout _ ->
                words.connected() + ", then 0 bytes in " + words.spent()
                        + ": the server may be waiting for the client to speak";
            case Fault.ReadTimeoutPartial _ ->
                words.connected() + ", then an answer without an end in " + words.spent() + ": " + words.answer();
            case Fault.ResetBeforeData _ -> words.connected() + ", then the server reset the connection without a word";
            case Fault.ResetAfterData _ ->
                words.connected() + ", then the server reset the connection after: " + words.answer();
            case Fault.ClosedBeforeData _ ->
                words.connected() + ", then the server closed the connection without a word: it may be full, or not let"
                        + " this host in";
            case Fault.LimitReached _ ->
                "The first " + words.received() + " bytes of the answer do not match; it began with: " + words.answer();
            case Fault.Mismatch _ -> words.mismatch();
            case Fault.MatchTimeout _ -> "Searching the pattern in " + words.received() + " bytes took too long";
            default -> fault.code();
        };
    }

    /// The parts that sentences are made of.
    private record Words(ProbeSpec spec, Trace trace) {
        String host() {
            return SafeText.of(spec.target().serverName());
        }

        String connected() {
            return Judge.connected(trace);
        }

        String spent() {
            return HumanTime.of(trace.phases().getLast().span().length());
        }

        String answer() {
            return Judge.quote(trace.received());
        }

        int received() {
            return trace.received().length();
        }

        String list(List<Address> addresses) {
            return addresses.stream().map(Address::text).collect(Collectors.joining(", "));
        }

        String mismatch() {
            Bytes answer = trace.received();
            boolean alert = answer.length() >= 3 && answer.at(0) == 0x15 && answer.at(1) == 0x03;
            return "The answer does not match: " + answer()
                    + (alert && spec.tls() == null ? " (a TLS alert: switch TLS on)" : "");
        }
    }
}
