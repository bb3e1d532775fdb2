package dev.porthole.probe.wire;

import dev.porthole.probe.Approach;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.Span;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TimeLimit;
import dev.porthole.probe.Trace;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/// Runs probes in blocking code, each on the thread that calls. Time and cancelling act through the [Abort], which
/// closes the socket under the blocked call.
public final class ProbeRunner implements AutoCloseable {
    /// Matches no bytes, too.
    private static final String ANY_ANSWER = "\\A";

    private static final Duration WARM_LIMIT = Duration.ofSeconds(1);

    private final Resolver resolver = new Resolver();
    private final TlsUpgrade tls = new TlsUpgrade();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("probe-timer").factory());

    private final SystemErrors errors;

    public ProbeRunner() {
        this(SystemErrors.UNKNOWN);
    }

    /// @param errors asked only when the class of an exception leaves the cause open
    public ProbeRunner(SystemErrors errors) {
        this.errors = errors;
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

    /// Looks the name up and calls nobody.
    public Phase.Resolve resolve(String host, Duration limit, Abort abort) {
        Run run = begin(new TimeLimit.Total(limit), abort);
        try {
            return resolver.resolve(host, Approach.DEFAULT, run).phase();
        } catch (InterruptedException | RejectedExecutionException stop) {
            Thread.currentThread().interrupt();
            return new Phase.Resolve(run.clock().since(Duration.ZERO), List.of(), new Fault.Cancelled());
        } finally {
            run.deadline().end();
        }
    }

    private Trace runOpen(ProbeSpec spec, Abort abort) {
        Run run = begin(spec.limits().time(), abort);
        var phases = new ArrayList<Phase>();
        try {
            if (delay(spec.limits().delay(), run, phases)) {
                run.deadline().beginPhase();
                if (spec.target() instanceof Target.Udp) {
                    callUdp(spec, run, phases);
                } else {
                    call(spec, run, phases);
                }
            }
        } catch (IOException unexpected) {
            // A socket that was closed by the deadline or a cancel just as it had connected ends here, too.
            Fault ended = run.ended(new Fault.ConnectTimeout());
            phases.add(stopped(
                    run,
                    ended != null
                            ? ended
                            : ConnectFault.of(unexpected, run.clock().now(), errors)));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            phases.add(stopped(run, new Fault.Cancelled()));
        } finally {
            run.deadline().end();
        }
        return new Trace(phases);
    }

    Run begin(TimeLimit limit, Abort abort) {
        return new Run(new Stopwatch(), abort, new Deadline(limit, abort, timer), errors);
    }

    /// Loads what a look-up needs, by the name of this machine for itself, which is answered by its own files.
    void warmNames() throws InterruptedException {
        Run run = begin(new TimeLimit.Total(WARM_LIMIT), new Abort());
        var _ = resolver.resolve("localhost", Approach.DEFAULT, run);
        run.deadline().end();
    }

    /// Reads the trust store and the texts of errors, and makes what a handshake needs.
    void warm() {
        var _ = errors.numberOf("");
        try {
            Run run = begin(new TimeLimit.Total(WARM_LIMIT), new Abort());
            tls.warm(run);
            run.deadline().end();
        } catch (RejectedExecutionException closed) {
            // There will be no probe.
        }
    }

    private static Phase stopped(Run run, Fault fault) {
        return stopped(run.clock().since(run.clock().now()), fault);
    }

    private static Phase stopped(Span when, Fault fault) {
        return new Phase.Connect(when, List.of(), fault);
    }

    private void call(ProbeSpec spec, Run run, List<Phase> phases) throws IOException, InterruptedException {
        Dialling dialling = dial(spec, run, phases);
        if (dialling == null) {
            return;
        }
        int place = phases.size();
        phases.add(dialling.phase());
        try (Line line = dialling.line()) {
            if (line != null) {
                new Conversation(spec, tls, run, phases).over(line);
            }
        }
        phases.set(place, dialling.settled(run));
    }

    /// Only an answer says that anybody is there, so one is waited for, and something must be said to get it.
    private void callUdp(ProbeSpec spec, Run run, List<Phase> phases) throws IOException, InterruptedException {
        if (spec.security().isPresent() || spec.steps().stream().noneMatch(ProbeRunner::isQuestion)) {
            phases.add(stopped(
                    run,
                    new Fault.UnusableTarget("A UDP probe needs a text to send, and has no TLS: without a question"
                            + " nobody answers")));
            return;
        }
        var steps = new ArrayList<>(spec.steps());
        if (steps.stream().noneMatch(Step.Expect.class::isInstance)) {
            steps.add(new Step.Expect(Regex.re2(ANY_ANSWER), Reading.UntilMatch.DEFAULT));
        }
        call(new ProbeSpec(spec.target(), null, steps, spec.limits(), spec.slow(), spec.approach()), run, phases);
        phases.replaceAll(UdpDialer::told);
    }

    private static boolean isQuestion(Step step) {
        return step instanceof Step.Send(var bytes) && !bytes.isEmpty();
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

    private @Nullable Dialling dial(ProbeSpec spec, Run run, List<Phase> phases)
            throws IOException, InterruptedException {
        return switch (spec.target()) {
            case Target.Unix(String path) -> UnixDialer.dial(path, run);
            case Target.Tcp(var address) -> {
                var found = resolve(address.host(), spec.approach(), run, phases);
                yield found.isEmpty() ? null : Dialer.dial(found, address.port(), spec.approach(), run);
            }
            case Target.Udp(var address) -> {
                var found = resolve(address.host(), spec.approach(), run, phases);
                String source = spec.approach().source();
                yield found.isEmpty() ? null : UdpDialer.dial(found, address.port(), source, run);
            }
        };
    }

    private List<InetAddress> resolve(String host, Approach approach, Run run, List<Phase> phases)
            throws InterruptedException {
        var resolved = resolver.resolve(host, approach, run);
        phases.add(resolved.phase());
        return resolved.addresses();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        resolver.close();
    }
}
