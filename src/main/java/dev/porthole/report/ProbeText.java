package dev.porthole.report;

import dev.porthole.net.SafeText;
import dev.porthole.probe.Address;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.HumanTime;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Span;
import dev.porthole.probe.Target;
import dev.porthole.probe.TlsFacts;
import dev.porthole.probe.Trace;
import dev.porthole.probe.Utterance.Speaker;
import dev.porthole.probe.Verdict;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A probe for the terminal: the verdict in the first line, then each phase with its time, the addresses, the dialogue
/// and the certificate. Whatever came from elsewhere is made visible and harmless.
public final class ProbeText {
    private static final int LABEL = 12;

    private final Trace trace;
    private final Appendable out;

    private ProbeText(Trace trace, Appendable out) {
        this.trace = trace;
        this.out = out;
    }

    /// The verdict alone: `CRITICAL (connect-refused): Connection refused: …`.
    public static String headline(Verdict verdict) {
        String cause = verdict.cause().equals("none") ? "" : " (" + verdict.cause() + ")";
        return verdict.severity() + cause + ": " + verdict.headline();
    }

    public static void write(ProbeSpec spec, Trace trace, Verdict verdict, Appendable out) throws IOException {
        out.append(headline(verdict)).append('\n');
        var text = new ProbeText(trace, out);
        text.phases();
        if (!(spec.target() instanceof Target.Unix)) {
            text.addresses();
        }
        text.dialogue();
        if (trace.tls().isPresent()) {
            text.tls(trace.tls().get());
        }
    }

    private void phases() throws IOException {
        heading("Phases");
        for (Phase phase : trace.phases()) {
            Span first = phase instanceof Phase.Expect heard ? heard.firstByte() : null;
            if (first == null) {
                line(word(phase), time(phase.span().length(), phase.fault()));
            } else {
                line("first byte", time(first.length(), null));
                line("answer", time(phase.span().to().minus(first.to()), phase.fault()));
            }
        }
        line("total", HumanTime.of(trace.elapsed()));
    }

    private static String word(Phase phase) {
        return switch (phase) {
            case Phase.Delay _ -> "wait";
            case Phase.Resolve _ -> "look-up";
            case Phase.Connect _ -> "connect";
            case Phase.Negotiation _ -> "STARTTLS";
            case Phase.Handshake _ -> "TLS";
            case Phase.Send _ -> "send";
            case Phase.Expect _ -> "answer";
            case Phase.Quit _ -> "goodbye";
        };
    }

    private static String time(Duration took, @Nullable Fault fault) {
        return HumanTime.of(took) + (fault == null ? "" : "  " + fault.code());
    }

    private void addresses() throws IOException {
        if (trace.addresses().isEmpty() && trace.attempts().isEmpty()) {
            return;
        }
        heading("Addresses");
        for (Attempt attempt : trace.attempts()) {
            address(attempt.address(), outcome(attempt));
        }
        for (Address address : trace.addresses()) {
            if (trace.attempts().stream().noneMatch(each -> each.address().equals(address))) {
                address(address, "not called");
            }
        }
    }

    private void address(Address address, String outcome) throws IOException {
        line(address.family().word(), SafeText.of(address.text()) + "  " + outcome);
    }

    private static String outcome(Attempt attempt) {
        String took = HumanTime.of(attempt.span().length());
        return switch (attempt.outcome()) {
            case Attempt.Open(String local) -> "connected in " + took + " from " + local;
            case Attempt.Ready(String local) -> "sent to from " + local;
            case Attempt.Answered(String local) -> "connected too, in " + took + " from " + local;
            case Attempt.Failed(Fault fault) -> fault.code() + " after " + took;
            case Attempt.Overtaken() -> "silent for " + took + ", then another had answered";
        };
    }

    private void dialogue() throws IOException {
        var turns = ProbeDialogue.of(trace);
        if (turns.isEmpty()) {
            return;
        }
        heading("Dialogue (< server, > probe)");
        for (var turn : turns) {
            out.append(turn.by() == Speaker.SERVER ? "  < " : "  > ");
            out.append(turn.text()).append('\n');
        }
    }

    private void tls(TlsFacts facts) throws IOException {
        heading("TLS");
        String alpn = facts.agreed().alpn();
        line("agreed", SafeText.of(facts.protocol()) + "  " + SafeText.of(facts.cipher()));
        line("ALPN", alpn == null ? "none agreed" : alpn);
        for (Fault doubt : facts.doubts().all()) {
            line("doubt", doubt.code());
        }
        for (String weakness : facts.weaknesses()) {
            line("weak", SafeText.of(weakness));
        }
        for (var certificate : facts.chain()) {
            certificate(certificate);
        }
        if (facts.daysLeft().isPresent()) {
            line("days left", facts.daysLeft().get().toString());
        }
    }

    private void certificate(TlsFacts.Certificate certificate) throws IOException {
        line("subject", SafeText.of(certificate.subject()));
        line("  issuer", SafeText.of(certificate.issuer()));
        line("  valid", certificate.from() + " to " + certificate.until());
        if (!certificate.names().isEmpty()) {
            line("  names", SafeText.of(String.join(", ", certificate.names())));
        }
        line(
                "  key",
                SafeText.of(certificate.strength().key()) + ", signed with "
                        + SafeText.of(certificate.strength().signature()));
    }

    private void heading(String words) throws IOException {
        out.append('\n').append(words).append('\n');
    }

    private void line(String label, String value) throws IOException {
        out.append("  ").append(label).append(" ".repeat(Math.max(1, LABEL - label.length())));
        out.append(value).append('\n');
    }
}
