package dev.porthole.engine;

import dev.porthole.interchange.datadog.BrokenInstance;
import dev.porthole.interchange.datadog.CheckResult;
import dev.porthole.interchange.datadog.DatadogConfig;
import dev.porthole.interchange.datadog.Instance;
import dev.porthole.interchange.datadog.TcpInstance;
import dev.porthole.probe.Address;
import dev.porthole.probe.wire.ProbeRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs the instances of a Datadog file, each on a thread of its own, and tells every result to one listener on
/// the thread that asked. One object is one start of the Agent: what an instance remembers of its host lives in it.
///
/// For a table: make a row of each [CheckResult.Tried] under its place and address; an [CheckResult.Unresolved] or
/// [CheckResult.Misconfigured] is the only row of its place.
public final class TcpChecks implements AutoCloseable {
    /// Runs at a time: what a few descriptors and a resolver bear.
    private static final int AT_ONCE = 64;
    /// Results that may wait for a slow listener.
    private static final int WAITING = 1024;

    private final List<Place> places = new ArrayList<>();
    private final ProbeRunner probes = new ProbeRunner();
    private final Cancellation cancellation = new Cancellation();
    private final Semaphore permits = new Semaphore(AT_ONCE);

    /// Makes ready and calls nobody.
    ///
    /// @param answers for these hosts no resolver is asked
    public TcpChecks(DatadogConfig config, Map<String, List<Address>> answers) {
        for (Instance instance : config.instances()) {
            var check =
                    instance instanceof TcpInstance tcp ? new InstanceCheck(tcp, answers, probes, cancellation) : null;
            places.add(new Place(places.size(), instance, check));
        }
    }

    /// @param check null for an instance that cannot run
    private record Place(
            int number, Instance instance, @Nullable InstanceCheck check) {}

    /// Runs all instances so many times over without a pause and returns when all is told, in the order of the file.
    public void run(int times, Consumer<CheckNews> listener) throws InterruptedException {
        for (int run = 1; run <= times && !cancellation.isCancelled(); run++) {
            List<ResultQueue> queues = new ArrayList<>();
            for (Place place : places) {
                var queue = new ResultQueue(Integer.MAX_VALUE);
                int number = run;
                queue.start(thread(), told -> runOnce(place, number, told));
                queues.add(queue);
            }
            for (ResultQueue queue : queues) {
                drain(queue, listener);
            }
        }
    }

    /// Runs each instance again and again in its own interval, at most so many times, and tells results as they come.
    /// Returns after the last one or a cancel.
    public void every(int times, Consumer<CheckNews> listener) throws InterruptedException {
        var queue = new ResultQueue(WAITING);
        for (Place place : places) {
            queue.start(thread(), told -> repeat(place, times, told));
        }
        drain(queue, listener);
    }

    /// Ends all at once, from any thread; what was told stays told.
    public void cancel() {
        cancellation.cancel();
    }

    private void drain(ResultQueue queue, Consumer<CheckNews> listener) throws InterruptedException {
        boolean done = false;
        try {
            queue.drain(listener);
            done = true;
        } finally {
            if (!done) {
                // Nobody listens any more: the producers must not wait for that.
                cancel();
                queue.discard();
            }
        }
    }

    /// Threads of the system's for a few, as the JVM then ends 0.3 s sooner: see [Prober#forFew].
    private Thread.Builder thread() {
        Thread.Builder kind = places.size() <= AT_ONCE ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
        return kind.name("tcp-check");
    }

    private void repeat(Place place, int times, Consumer<CheckNews> told) {
        long next = System.nanoTime();
        for (int run = 1; run <= times && !cancellation.isCancelled(); run++) {
            runOnce(place, run, told);
            if (!(place.instance() instanceof TcpInstance tcp) || run == times) {
                return;
            }
            // A run that took longer than its interval is followed at once, and the beat begins anew.
            next = Math.max(next + tcp.interval().toNanos(), System.nanoTime());
            cancellation.pause(Duration.ofNanos(next - System.nanoTime()));
        }
    }

    private void runOnce(Place place, int run, Consumer<CheckNews> told) {
        Consumer<CheckResult> found = result -> told.accept(new CheckNews(run, place.number(), Instant.now(), result));
        if (place.check() != null) {
            runSafely(place.check(), found);
        } else if (place.instance() instanceof BrokenInstance broken && run == 1) {
            found.accept(new CheckResult.Misconfigured(broken));
        }
    }

    /// A fault of ours must not look like silence.
    private void runSafely(InstanceCheck check, Consumer<CheckResult> told) {
        permits.acquireUninterruptibly();
        try {
            if (!cancellation.isCancelled()) {
                check.run(told);
            }
        } catch (RuntimeException | StackOverflowError bug) {
            String text = "a fault inside Porthole: " + bug;
            told.accept(new CheckResult.Unresolved(check.instance(), text, text));
        } finally {
            permits.release();
        }
    }

    @Override
    public void close() {
        cancel();
        probes.close();
    }
}
