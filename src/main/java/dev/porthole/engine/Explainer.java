package dev.porthole.engine;

import dev.porthole.diagnosis.BindQuestion;
import dev.porthole.diagnosis.Diagnosis;
import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.rule.CannotBind;
import dev.porthole.diagnosis.rule.Rules;
import dev.porthole.diagnosis.source.HostFactSource;
import dev.porthole.probe.ProbeSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Runs probes, looks at this machine meanwhile, and says why they came out as they did. One explainer serves a whole
/// program: it remembers who listened on the ports that were asked for.
public final class Explainer implements AutoCloseable {
    private final Diagnosis diagnosis = new Diagnosis(Rules.ALL);
    private final HostFactSource facts = new HostFactSource();
    private final Prober prober;
    private final SocketWatch sockets;
    private final Duration patience;

    /// An explainer that looks at this machine.
    ///
    /// @param prober stays its caller's
    /// @param patience how long the evidence may keep the result of a probe waiting; what has not come by then is
    ///     told as not known
    public Explainer(Prober prober, Duration patience) {
        this.prober = prober;
        this.patience = patience;
        sockets = new SocketWatch(patience);
    }

    /// Looks at the sockets once, so that the first probe finds who owned them before it.
    public void lookRound() throws InterruptedException {
        sockets.look();
    }

    /// Starts at once and returns at once. `whenDone` gets the explanation on a thread of the explainer, also after a
    /// cancel.
    public ProbeRun start(ProbeSpec spec, Consumer<Explanation> whenDone) {
        var gathering = new Gathering(spec, sockets, facts, patience);
        var result = new CompletableFuture<ProbeResult>();
        ProbeRun run = prober.start(spec, result::complete);
        Thread.ofPlatform().daemon().name("porthole-explainer").start(() -> {
            try {
                whenDone.accept(explain(gathering, result));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return run;
    }

    /// Runs the probe and waits for its end and its explanation.
    public Explanation run(ProbeSpec spec) {
        var explanation = new CompletableFuture<Explanation>();
        start(spec, explanation::complete);
        return explanation.join();
    }

    private Explanation explain(Gathering gathering, CompletableFuture<ProbeResult> result)
            throws InterruptedException {
        gathering.accompany(result);
        long ended = System.nanoTime();
        ProbeResult done = result.join();
        Evidence evidence = gathering.evidence(done.trace());
        List<Finding> findings = diagnosis.of(evidence);
        return new Explanation(done, evidence, findings, Duration.ofNanos(System.nanoTime() - ended));
    }

    /// What would keep a program from binding a port. Only looks; binds nothing.
    ///
    /// @throws IOException if the sockets of this machine cannot be read
    public List<Finding> whyBind(BindQuestion question) throws IOException, InterruptedException {
        return CannotBind.findings(question, sockets.lookOrFail(), facts.addresses(), facts.limits(), facts.platform());
    }

    @Override
    public void close() {
        sockets.close();
    }
}
