package dev.porthole.engine;

import dev.porthole.probe.Fault;
import dev.porthole.probe.Judge;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Span;
import dev.porthole.probe.Target;
import dev.porthole.probe.Trace;
import dev.porthole.probe.wire.Abort;
import dev.porthole.probe.wire.ProbeRunner;
import dev.porthole.probe.wire.WarmUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs probes, each on a thread of its own. One prober serves a whole program.
public final class Prober implements AutoCloseable {
    private final ProbeRunner runner = new ProbeRunner(new ErrorNumbers());
    private final Supplier<Thread.Builder> threads;

    private Prober(Supplier<Thread.Builder> threads) {
        this.threads = threads;
    }

    /// On virtual threads: for many probes at a time.
    public static Prober forMany() {
        return new Prober(Thread::ofVirtual);
    }

    /// On threads of the system's: for one probe, or a few at a time. They tell shorter times than virtual ones, which
    /// another thread wakes, and a JVM in which no virtual thread has ever waited for a socket ends 0.3 s sooner.
    public static Prober forFew() {
        return new Prober(() -> Thread.ofPlatform().daemon());
    }

    /// Starts at once and returns at once. `whenDone` gets the result on the thread of the probe, also after a cancel.
    public ProbeRun start(ProbeSpec spec, Consumer<ProbeResult> whenDone) {
        var abort = new Abort();
        var result = new CompletableFuture<ProbeResult>();
        threads.get().name("probe").start(() -> {
            result.complete(run(spec, abort));
            whenDone.accept(result.join());
        });
        return new ProbeRun(abort, result);
    }

    /// Runs the probe and waits for its end.
    public ProbeResult run(ProbeSpec spec) {
        return start(spec, _ -> {}).await();
    }

    private ProbeResult run(ProbeSpec spec, Abort abort) {
        Instant started = Instant.now();
        Trace trace = trace(spec, abort);
        return new ProbeResult(spec, started, trace, Judge.judge(spec, trace));
    }

    /// A fault of ours must not leave its caller waiting: it is told like any other.
    private Trace trace(ProbeSpec spec, Abort abort) {
        try {
            return runner.run(spec, abort);
        } catch (RuntimeException | StackOverflowError bug) {
            var fault = new Fault.ConnectFailed("a fault inside Porthole: " + bug);
            return new Trace(List.of(new Phase.Connect(new Span(Duration.ZERO, Duration.ZERO), List.of(), fault)));
        }
    }

    /// Loads in the background what a first probe would load, or its times would tell of us and not of the server.
    /// Calls nobody.
    public void warmUp() {
        Thread.ofPlatform().daemon().name("probe-warm-up").start(new WarmUp(runner, threads)::run);
    }

    /// The same for a program that runs one probe: only what `spec` needs, and returns when it is done.
    public void warmUpFor(ProbeSpec spec) {
        var warmUp = new WarmUp(runner, threads);
        if (spec.security().isPresent()) {
            warmUp.run();
        } else {
            warmUp.runPlain();
        }
        if (spec.target() instanceof Target.Unix) {
            warmUp.runUnix();
        }
    }

    @Override
    public void close() {
        runner.close();
    }
}
