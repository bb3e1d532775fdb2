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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Runs probes, looks at this machine meanwhile, and says why they came out as they did. One explainer serves a whole
/// program: it remembers who listened on the ports that were asked for.
public final class Explainer implements AutoCloseable {
    /// tcpmux, which next to nobody has.
    private static final int NO_PORT = 1;

    /// A series of probes may be faster than the evidence of each: one at a time gathers it, and the outdated give way.
    private final ReentrantLock turn = new ReentrantLock();

    private final AtomicLong newest = new AtomicLong();
    private final Diagnosis diagnosis = new Diagnosis(Rules.ALL);
    private final HostFactSource facts = new HostFactSource();
    private final Prober prober;
    private final OtherPortCalls otherPorts = new OtherPortCalls();
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

    /// Looks at the sockets once, so that the first probe finds who owned them before it, and loads meanwhile what the
    /// end of that probe would have to wait for.
    public void lookRound() throws InterruptedException {
        Thread warmUp = Thread.ofPlatform()
                .daemon()
                .name("porthole-explainer")
                .start(new ExplainerWarmUp(facts, diagnosis, patience));
        sockets.look();
        sockets.look(NO_PORT);
        warmUp.join();
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

    /// The end of a probe is waited for, and looks at one port only; who came to others since is found now.
    private void lookAhead() {
        try {
            sockets.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts at once and returns at once. `whenDone` gets the explanation on a thread of the explainer, also after a
    /// cancel.
    public ProbeRun start(ProbeSpec spec, OtherPortPolicy policy, Consumer<Explanation> whenDone) {
        return start(spec, policy, _ -> {}, whenDone, () -> true);
    }

    /// For somebody who wants the result at once and the reasons when they are there. A probe that another one
    /// follows before its evidence is gathered has its result, and may have no explanation.
    ///
    /// @param policy whether other ports of a host that stays silent may be called
    /// @param whenDone gets the result on the thread of the probe, also after a cancel
    /// @param whenExplained gets the explanation after that, on a thread of the explainer
    public ProbeRun start(
            ProbeSpec spec,
            OtherPortPolicy policy,
            Consumer<ProbeResult> whenDone,
            Consumer<Explanation> whenExplained) {
        long mine = newest.incrementAndGet();
        Consumer<Explanation> thenLook = explanation -> {
            whenExplained.accept(explanation);
            lookAhead();
        };
        return start(spec, policy, whenDone, thenLook, () -> newest.get() == mine);
    }

    private ProbeRun start(
            ProbeSpec spec,
            OtherPortPolicy policy,
            Consumer<ProbeResult> whenDone,
            Consumer<Explanation> whenExplained,
            BooleanSupplier isWanted) {
        var gathering = new Gathering(spec, sockets, facts, patience, otherPorts.round(policy, spec.target()));
        var result = new CompletableFuture<ProbeResult>();
        ProbeRun run = prober.start(spec, done -> {
            whenDone.accept(done);
            result.complete(done);
        });
        Thread.ofPlatform().daemon().name("porthole-explainer").start(() -> {
            try {
                gathering.accompany(result);
                turn.lockInterruptibly();
                try {
                    if (isWanted.getAsBoolean()) {
                        whenExplained.accept(explain(gathering, result.join()));
                    }
                } finally {
                    turn.unlock();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return run;
    }

    /// Runs the probe and waits for its end and its explanation.
    public Explanation run(ProbeSpec spec, OtherPortPolicy policy) {
        var explanation = new CompletableFuture<Explanation>();
        start(spec, policy, explanation::complete);
        return explanation.join();
    }

    private Explanation explain(Gathering gathering, ProbeResult done) throws InterruptedException {
        long ended = System.nanoTime();
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
