package dev.porthole.probe.wire;

import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Span;
import dev.porthole.probe.Target;
import dev.porthole.probe.TimeLimit;
import dev.porthole.probe.Trace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/// Runs probes in blocking code, each on the thread that calls. Time and cancelling act through the [Abort], which
/// closes the socket under the blocked call.
public final class ProbeRunner implements AutoCloseable {
    private final Resolver resolver = new Resolver();
    private final TlsUpgrade tls = new TlsUpgrade();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("probe-timer").factory());

    public ProbeRunner() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Runs the probe to its end; a runner that is closed, also meanwhile, cancels it.
    public Trace run(ProbeSpec spec, Abort abort) {
        try {
            return runOpen(spec, abort);
        } catch (RejectedExecutionException closed) {
            return new Trace(List.of(stopped(new Span(Duration.ZERO, Duration.ZERO), new Fault.Cancelled())));
        }
    }

    private Trace runOpen(ProbeSpec spec, Abort abort) {
        Run run = begin(spec.limits().time(), abort);
        var phases = new ArrayList<Phase>();
        try {
            if (delay(spec.limits().delay(), run, phases)) {
                run.deadline().beginPhase();
                call(spec, run, phases);
            }
        } catch (IOException unexpected) {
            // A socket that was closed by the deadline or a cancel just as it had connected ends here, too.
            Fault ended = run.ended(new Fault.ConnectTimeout());
            phases.add(stopped(
                    run, ended != null ? ended : new Fault.ConnectFailed(String.valueOf(unexpected.getMessage()))));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            phases.add(stopped(run, new Fault.Cancelled()));
        } finally {
            run.deadline().end();
        }
        return new Trace(phases);
    }

    Run begin(TimeLimit limit, Abort abort) {
        return new Run(new Stopwatch(), abort, new Deadline(limit, abort, timer));
    }

    /// Reads the trust store and makes what a handshake needs.
    void warmTls() {
        tls.warm();
    }

    private static Phase stopped(Run run, Fault fault) {
        return stopped(run.clock().since(run.clock().now()), fault);
    }

    private static Phase stopped(Span when, Fault fault) {
        return new Phase.Connect(when, List.of(), fault);
    }

    private void call(ProbeSpec spec, Run run, List<Phase> phases) throws IOException, InterruptedException {
        try (Line line = dial(spec.target(), run, phases)) {
            if (line != null) {
                new Conversation(spec, tls, run, phases).over(line);
            }
        }
    }

    private static boolean delay(Duration length, Run run, List<Phase> phases) throws InterruptedException {
        if (!length.isPositive()) {
            return true;
        }
        Duration start = run.clock().now();
        run.abort().pause(length);
        Fault ended = run.ended(new Fault.ConnectTimeout());
        phases.add(new Phase.Delay(run.clock().since(start), ended));
        return ended == null;
    }

    private @Nullable Line dial(Target target, Run run, List<Phase> phases) throws IOException, InterruptedException {
        var dialled =
                switch (target) {
                    case Target.Unix(String path) -> UnixDialer.dial(path, run);
                    case Target.Tcp(var address) -> {
                        var resolved = resolver.resolve(address.host(), run);
                        phases.add(resolved.phase());
                        if (resolved.addresses().isEmpty()) {
                            yield null;
                        }
                        yield Dialer.dial(resolved.addresses(), address.port(), run);
                    }
                };
        if (dialled == null) {
            return null;
        }
        phases.add(dialled.phase());
        return dialled.line();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        resolver.close();
    }
}
