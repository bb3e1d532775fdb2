package dev.porthole.probe;

import dev.porthole.net.SafeText;
import dev.porthole.threshold.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns a run into a verdict. A function of its two arguments.
public final class Judge {
    private static final int QUOTED = 80;

    private Judge() {}

    public static Verdict judge(ProbeSpec spec, Trace trace) {
        Optional<Fault> fault = trace.fault();
        if (fault.isPresent()) {
            boolean cancelled = fault.get() instanceof Fault.Cancelled;
            return new Verdict(
                    cancelled ? Severity.UNKNOWN : Severity.CRITICAL,
                    fault.get().code(),
                    FaultSentence.of(fault.get(), spec, trace));
        }
        return passed(spec, trace);
    }

    /// All that was asked for went well; it may have been slow, have cost an address, or lean on a weak certificate.
    private static Verdict passed(ProbeSpec spec, Trace trace) {
        Verdict worst = Stream.of(slowness(spec, trace), CertificateJudge.judge(spec, trace), loss(trace))
                .flatMap(Optional::stream)
                .reduce((first, second) -> second.severity().compareTo(first.severity()) > 0 ? second : first)
                .orElseGet(() -> new Verdict(Severity.OK, "none", success(trace)));
        return new Verdict(worst.severity(), worst.cause(), worst.headline() + AddressNotes.of(trace));
    }

    private static Optional<Verdict> slowness(ProbeSpec spec, Trace trace) {
        return Slowness.of(spec, trace).map(slow -> new Verdict(slow.severity(), "slow", slow.sentence()));
    }

    private static Optional<Verdict> loss(Trace trace) {
        return AddressNotes.count(trace)
                ? Optional.of(new Verdict(Severity.WARNING, "some-addresses-failed", success(trace)))
                : Optional.empty();
    }

    private static String success(Trace trace) {
        var headline = new StringBuilder(connected(trace));
        trace.tls().ifPresent(tls -> headline.append(" with ").append(SafeText.of(tls.protocol())));
        trace.expect().ifPresent(expect -> headline.append(", and the answer matches: ")
                .append(quote(expect.received())));
        trace.tls().map(TlsFacts::doubt).ifPresent(doubt -> headline.append("; the certificate was not to matter (")
                .append(doubt.code())
                .append(")"));
        return headline.toString();
    }

    /// How long the connection that was used took, without the look-up of its name.
    static String connected(Trace trace) {
        return trace.connection()
                .map(attempt -> attempt.outcome() instanceof Attempt.Ready
                        ? "Sent over UDP"
                        : "Connected in " + HumanTime.of(attempt.span().length()))
                .orElse("Connected");
    }

    /// The beginning of an answer, on one line.
    static String quote(Bytes answer) {
        String text = answer.toString().replaceAll("(\\\\r|\\\\n)+$", "");
        if (text.isEmpty()) {
            return "(0 bytes)";
        }
        int end = text.offsetByCodePoints(0, Math.min(QUOTED, text.codePointCount(0, text.length())));
        return text.substring(0, end) + (end < text.length() ? "…" : "");
    }
}
