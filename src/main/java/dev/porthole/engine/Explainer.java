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
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Runs probes, looks at this machine meanwhile, and says why they came out as they did. One explainer serves a whole
/// program: it remembers who listened on the ports that were asked for.
public final class Explainer implements AutoCloseable {
    /// A series of probes may be faster than the evidence of each: more than these would only pile up.
    private static final int MOST_AT_ONCE = 2;

    private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
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

    /// The same in the background, for a program that is in use meanwhile.
    public void warmUp() {
        Thread.ofPlatform().daemon().name("porthole-explainer").start(() -> {
            try {
                lookRound();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Starts at once and returns at once. `whenDone` gets the explanation on a thread of the explainer, also after a
    /// cancel.
    public ProbeRun start(ProbeSpec spec, Consumer<Explanation> whenDone) {
        return start(spec, _ -> {}, whenDone, () -> {});
    }

    /// For somebody who wants the result at once and the reasons when they are there. A probe that begins while the
    /// evidence of two earlier ones is still gathered has its result, and no explanation.
    ///
    /// @param whenDone gets the result on the thread of the probe, also after a cancel
    /// @param whenExplained gets the explanation after that, on a thread of the explainer
    public ProbeRun start(ProbeSpec spec, Consumer<ProbeResult> whenDone, Consumer<Explanation> whenExplained) {
        return atOnce.tryAcquire()
                ? start(spec, whenDone, whenExplained, atOnce::release)
                : prober.start(spec, whenDone);
    }

    private ProbeRun start(
            ProbeSpec spec, Consumer<ProbeResult> whenDone, Consumer<Explanation> whenExplained, Runnable atEnd) {
        var gathering = new Gathering(spec, sockets, facts, patience);
        var result = new CompletableFuture<ProbeResult>();
        ProbeRun run = prober.start(spec, done -> {
            whenDone.accept(done);
            result.complete(done);
        });
        Thread.ofPlatform().daemon().name("porthole-explainer").start(() -> {
            try {
                whenExplained.accept(explain(gathering, result));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                atEnd.run();
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
