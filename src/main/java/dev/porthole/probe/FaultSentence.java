package dev.porthole.probe;

import dev.porthole.net.SafeText;
import java.util.Optional;

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
            case Fault.ConnectRefused _,
                    Fault.ConnectTimeout _,
                    Fault.HostUnreachable _,
                    Fault.ConnectForbidden _,
                    Fault.ConnectFailed _,
                    Fault.UnixNotFound _,
                    Fault.UnixNotASocket _,
                    Fault.UnixForbidden _ -> connecting(fault, words);
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

    private static String connecting(Fault fault, Words words) {
        return switch (fault) {
            case Fault.ConnectRefused _ -> words.refused();
            case Fault.ConnectTimeout _ ->
                "No answer from " + words.target() + " in " + words.spent()
                        + ": the host is down, a firewall drops the packets, or the server's queue is full";
            case Fault.HostUnreachable _ ->
                "The host of " + words.target() + " cannot be reached: no route to it, no such host on the network,"
                        + " or a firewall rejects it";
            case Fault.ConnectForbidden _ ->
                "Connecting to " + words.target()
                        + " is forbidden by a firewall or a route, or this machine has no free local port";
            case Fault.ConnectFailed(String text) ->
                "Connecting to " + words.target() + " failed; the system says: " + SafeText.of(text);
            case Fault.UnixNotFound _ -> "There is no socket " + words.target();
            case Fault.UnixNotASocket _ -> words.target() + " is a file or a directory, not a socket";
            case Fault.UnixForbidden _ -> "The permissions of " + words.target() + " do not let this user connect";
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
        String target() {
            return SafeText.of(spec.target().toString());
        }

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

        String refused() {
            return switch (spec.target()) {
                case Target.Tcp(var address) ->
                    "Connection refused: the host " + SafeText.of(address.host())
                            + " answers, but nothing listens on port " + address.port();
                case Target.Unix _ -> "Connection refused: nothing listens on " + target();
            };
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
