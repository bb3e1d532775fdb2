package dev.porthole.engine;

import dev.porthole.probe.wire.Abort;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// One cancel for all that several threads have under way.
final class Cancellation {
    private final Set<Abort> underWay = new HashSet<>();
    private final CountDownLatch cancelled = new CountDownLatch(1);

    void cancel() {
        cancelled.countDown();
        Set<Abort> stopping;
        synchronized (this) {
            stopping = Set.copyOf(underWay);
        }
        stopping.forEach(Abort::cancel);
    }

    boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /// Does something that a cancel, also one of before, ends through the abort.
    <T> T guarded(Function<Abort, T> work) {
        var abort = new Abort();
        synchronized (this) {
            underWay.add(abort);
        }
        if (isCancelled()) {
            abort.cancel();
        }
        try {
            return work.apply(abort);
        } finally {
            synchronized (this) {
                underWay.remove(abort);
            }
        }
    }

    /// Waits for `length` or the cancel.
    void pause(Duration length) {
        try {
            boolean _ = cancelled.await(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            cancel();
        }
    }
}
