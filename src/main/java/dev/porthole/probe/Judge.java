package dev.porthole.probe;

import dev.porthole.net.SafeText;
import dev.porthole.threshold.Severity;
import java.time.Duration;
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
        return Stream.of(slowness(spec, trace), CertificateJudge.judge(spec, trace))
                .flatMap(Optional::stream)
                .reduce((first, second) -> second.severity().compareTo(first.severity()) > 0 ? second : first)
                .orElseGet(() -> new Verdict(Severity.OK, "none", success(trace)));
    }

    private static Optional<Verdict> slowness(ProbeSpec spec, Trace trace) {
        Severity slowness = spec.slow().judge(trace.elapsed());
        return slowness == Severity.OK
                ? Optional.empty()
                : Optional.of(new Verdict(slowness, "slow", slow(slowness, spec.slow(), trace)));
    }

    private static String slow(Severity slowness, SlowerThan limits, Trace trace) {
        Duration limit = slowness == Severity.CRITICAL ? limits.critical() : limits.warning();
        return "All went well, but it took " + HumanTime.of(trace.elapsed()) + ", and "
                + (limit == null ? "" : HumanTime.of(limit)) + " is the limit";
    }

    private static String success(Trace trace) {
        var headline = new StringBuilder(connected(trace));
        trace.tls().ifPresent(tls -> headline.append(" with ").append(SafeText.of(tls.protocol())));
        trace.expect().ifPresent(expect -> headline.append(", and the answer matches: ")
                .append(quote(expect.received())));
        trace.tls().map(TlsFacts::doubt).ifPresent(doubt -> headline.append("; the certificate was not to matter (")
                .append(doubt.code())
                .append(")"));
        trace.attempts().stream()
                .filter(attempt -> attempt.outcome() instanceof Attempt.Failed)
                .forEach(attempt ->
                        headline.append("; ").append(attempt.address()).append(" did not answer"));
        return headline.toString();
    }

    /// How long the connection that was used took, without the look-up of its name.
    static String connected(Trace trace) {
        return trace.connection()
                .map(attempt -> "Connected in " + HumanTime.of(attempt.span().length()))
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
