package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Regex;
import dev.porthole.probe.Step;
import dev.porthole.probe.TlsSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said over a connection: TLS where it is asked for, and step after step until one fails.
final class Conversation {
    /// A goodbye comes after the verdict and must not hold it up.
    private static final Duration GOODBYE = Duration.ofMillis(200);
    /// A server that wanted a certificate and got none, or one that it does not take, says so within this.
    private static final Duration REFUSAL = Duration.ofMillis(300);

    private final ProbeSpec spec;
    private final TlsUpgrade tls;
    private final Run run;
    private final List<Phase> phases;
    private final List<Regex> rejects = new ArrayList<>();
    /// Whom the server would take, once it asked for a certificate and got none.
    private @Nullable List<String> askedInVain;

    Conversation(ProbeSpec spec, TlsUpgrade tls, Run run, List<Phase> phases) {
        this.spec = spec;
        this.tls = tls;
        this.run = run;
        this.phases = phases;
    }

    void over(Line line) throws InterruptedException {
        if (spec.tls() != null) {
            secure(line, spec.tls(), spec.steps());
            return;
        }
        try (Inbox inbox = Inbox.of(line.in());
                Line closedFirst = line) {
            converse(closedFirst, inbox, spec.steps());
        }
    }

    private void secure(Line line, TlsSpec wanted, List<Step> rest) throws InterruptedException {
        var upgraded = tls.upgrade(line, spec.target().serverName(), wanted, run);
        phases.add(upgraded.phase());
        askedInVain = upgraded.askedInVain();
        Line raised = upgraded.line();
        if (raised == null) {
            return;
        }
        try (Inbox inbox = Inbox.of(raised.in());
                Line inTls = raised) {
            boolean reads = rest.stream().anyMatch(Step.Expect.class::isInstance);
            boolean waits = upgraded.askedForClient() && wanted.awaitsRefusal() && !reads;
            if (waits && inbox.peek(REFUSAL) instanceof Inbox.Broken(IOException failure)) {
                phases.add(new Phase.Expect(run.clock().since(run.clock().now()), Bytes.EMPTY, null, refusal(failure)));
                return;
            }
            converse(inTls, inbox, rest);
        }
    }

    private Fault refusal(IOException failure) {
        return askedInVain != null
                ? new Fault.ClientCertificateRequired(askedInVain)
                : HandshakeFault.of(failure, Bytes.EMPTY);
    }

    private void converse(Line line, Inbox inbox, List<Step> steps) throws InterruptedException {
        for (int i = 0; i < steps.size(); i++) {
            run.deadline().beginPhase();
            if (steps.get(i) instanceof Step.RaiseToTls raise) {
                negotiate(raise, line, inbox, steps.subList(i + 1, steps.size()));
                return;
            }
            boolean moreExpected = i + 1 < steps.size() && steps.get(i + 1) instanceof Step.Expect;
            Phase phase = take(steps.get(i), line, inbox, moreExpected);
            if (phase != null) {
                phases.add(phase);
                if (phase.fault() != null) {
                    return;
                }
            }
        }
    }

    private void negotiate(Step.RaiseToTls raise, Line line, Inbox inbox, List<Step> rest) throws InterruptedException {
        var negotiation = new Negotiator(raise.protocol(), inbox, line.out(), run)
                .negotiate(spec.target().serverName());
        phases.add(negotiation);
        if (negotiation.fault() == null) {
            run.deadline().beginPhase();
            secure(new Line(inbox.stream(), line.out(), line.carrier()), raise.tls(), rest);
        }
    }

    private @Nullable Phase take(Step step, Line line, Inbox inbox, boolean moreExpected) throws InterruptedException {
        Duration start = run.clock().now();
        return switch (step) {
            case Step.Send(var bytes) -> {
                var sent = Talking.send(bytes, line.out(), run);
                yield new Phase.Send(run.clock().since(start), sent.bytes(), meant(sent.fault()));
            }
            case Step.Wait(Duration length) -> {
                run.abort().pause(length);
                yield new Phase.Delay(run.clock().since(start), run.ended(new Fault.ReadTimeout()));
            }
            case Step.Expect expect -> {
                var heard = new Listening(line.in(), inbox, rejects, run).expect(expect, moreExpected);
                yield new Phase.Expect(heard.span(), heard.received(), heard.firstByte(), meant(heard.fault()));
            }
            case Step.Quit(var bytes) -> {
                run.deadline().shorten(GOODBYE);
                var sent = Talking.send(bytes, line.out(), run);
                yield new Phase.Quit(run.clock().since(start), sent.bytes(), sent.fault());
            }
            case Step.Reject(Regex pattern) -> {
                rejects.add(pattern);
                yield null;
            }
            case Step.RaiseToTls _ -> null;
        };
    }

    /// A server that wanted a certificate, got none and then hangs up in whatever way meant that.
    private @Nullable Fault meant(@Nullable Fault fault) {
        if (askedInVain == null) {
            return fault;
        }
        return switch (fault) {
            case Fault.TlsAlert _, Fault.ResetBeforeData _, Fault.ClosedBeforeData _, Fault.ResetWhileSending _ ->
                new Fault.ClientCertificateRequired(askedInVain);
            case null, default -> fault;
        };
    }
}
