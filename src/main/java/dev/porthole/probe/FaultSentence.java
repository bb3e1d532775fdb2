package dev.porthole.probe;

import dev.porthole.net.SafeText;
import java.util.List;
import java.util.Optional;
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
            case Fault.OfTls ofTls -> TlsSentence.of(ofTls, words);
            case Fault.SendTimeout _,
                    Fault.ResetWhileSending _,
                    Fault.ReadTimeout _,
                    Fault.ReadTimeoutPartial _,
                    Fault.ResetBeforeData _,
                    Fault.ResetAfterData _,
                    Fault.ClosedBeforeData _,
                    Fault.LimitReached _,
                    Fault.Mismatch _,
                    Fault.Rejected _,
                    Fault.MatchTimeout _ -> talking(fault, words);
        };
    }

    private static String talking(Fault fault, Words words) {
        return switch (fault) {
            case Fault.SendTimeout _ -> words.connected() + ", but the server did not take all that was sent in time";
            case Fault.ResetWhileSending _ ->
                words.connected() + ", then the server reset the connection while we sent";
            case Fault.ReadTimeout _ ->
                words.connected() + ", then 0 bytes in " + words.spent()
                        + (words.trace().negotiation().isPresent()
                                ? ": the server may want TLS from the first byte on, or not speak this protocol"
                                : ": the server may be waiting for the client to speak");
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
            case Fault.Rejected(String pattern) ->
                "The answer holds what it must not, " + SafeText.of(pattern) + ": " + words.answer();
            case Fault.MatchTimeout _ -> "Searching the pattern in " + words.received() + " bytes took too long";
            default -> fault.code();
        };
    }

    /// The parts that sentences are made of.
    record Words(ProbeSpec spec, Trace trace) {
        String host() {
            return SafeText.of(spec.security()
                    .flatMap(tls -> Optional.ofNullable(tls.offer().serverName()))
                    .orElse(spec.target().serverName()));
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
            String what = Likeness.of(trace.received())
                    .map(like -> " (this looks like " + like + ")")
                    .orElse("");
            return "The answer does not match: " + answer()
                    + (spec.security().isEmpty() || !Likeness.isTls(trace.received()) ? what : "");
        }
    }
}
