package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Pointer;
import dev.porthole.diagnosis.Rule;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Likeness;
import dev.porthole.probe.Phase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The server speaks another protocol than was asked for: no TLS, TLS only, or another service's greeting.
public final class WrongProtocol implements Rule {
    private static final int TLS_ALERT = 0x15;
    private static final int TLS_MAJOR = 3;

    @Override
    public Optional<Finding> examine(Evidence evidence) {
        return wrong(evidence).map(finding -> Counterpart.named(evidence, finding));
    }

    private static Optional<Finding> wrong(Evidence evidence) {
        return evidence.trace().fault().flatMap(fault -> switch (fault) {
            case Fault.NotTls(Bytes first) -> Optional.of(plain(evidence, first));
            case Fault.StartTlsUnexpected(var _, Bytes said) -> otherAnswer(evidence, said);
            case Fault.Rejected _,
                    Fault.Mismatch _,
                    Fault.LimitReached _,
                    Fault.ReadTimeoutPartial _,
                    Fault.ResetAfterData _ ->
                otherAnswer(evidence, evidence.trace().received());
            default -> Optional.empty();
        });
    }

    private static Finding plain(Evidence evidence, Bytes first) {
        Optional<String> service = Likeness.of(first);
        return Finding.proven(
                        "plaintext-on-tls",
                        "The server on " + evidence.portInWords() + " does not speak TLS here"
                                + service.map(name -> ": it greets like " + name)
                                        .orElse(""))
                .because("the handshake was answered with “" + quote(first) + "”, which is no TLS record")
                .remedy("Probe it without TLS")
                .remedy(
                        "If the service begins in plaintext and then changes over (STARTTLS), use that; or use its port for"
                                + " TLS")
                .at(phase(evidence));
    }

    private static Optional<Finding> otherAnswer(Evidence evidence, Bytes answer) {
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        if (evidence.trace().tls().isEmpty() && isTlsOnly(answer)) {
            return Optional.of(tls(evidence, answer));
        }
        return Likeness.of(answer).map(service -> banner(evidence, service, answer));
    }

    private static boolean isTlsOnly(Bytes answer) {
        boolean alert = answer.length() >= 3 && answer.at(0) == TLS_ALERT && answer.at(1) == TLS_MAJOR;
        String text = answer.toString().toLowerCase(Locale.ROOT);
        return alert
                || text.contains("plain http request was sent to https port")
                || text.contains("client sent an http request to an https server")
                || text.contains("speaking plain http to an ssl-enabled server port");
    }

    private static Finding tls(Evidence evidence, Bytes answer) {
        boolean alert = answer.at(0) == TLS_ALERT;
        return Finding.proven(
                        "tls-on-plaintext",
                        "The server on " + evidence.portInWords() + " speaks TLS, and was spoken to" + " in plaintext")
                .because(
                        alert
                                ? "it answered with a TLS alert (bytes 15 03)"
                                : "it says so itself: “" + quote(answer) + "”")
                .remedy("Probe it with TLS")
                .at(phase(evidence));
    }

    private static Finding banner(Evidence evidence, String service, Bytes answer) {
        return Finding.likely(
                        "other-service",
                        "Most likely another service is on " + evidence.portInWords() + ": it answers" + " like "
                                + service)
                .because("it began with “" + quote(answer) + "”, which does not match what was expected")
                .because("also possible: it is the right service, and the expected pattern is too narrow")
                .remedy(
                        "See who listens there, on the machine itself",
                        evidence.commands().listeners(evidence.isUdp(), evidence.port()))
                .remedy("Compare the pattern with the answer")
                .at(phase(evidence));
    }

    static Pointer phase(Evidence evidence) {
        List<Phase> phases = evidence.trace().phases();
        int failed = phases.size() - 1;
        while (failed > 0 && phases.get(failed).fault() == null) {
            failed--;
        }
        return new Pointer.ToPhase(failed);
    }

    private static String quote(Bytes bytes) {
        String text = bytes.toString();
        int end = text.offsetByCodePoints(0, Math.min(60, text.codePointCount(0, text.length())));
        return text.substring(0, end) + (end < text.length() ? "…" : "");
    }
}
