package dev.porthole.probe.wire;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ends a run from outside: closes what the run waits for, and remembers why. The first reason stays.
public final class Abort {
    enum Reason {
        TIME,
        CANCELLED
    }

    private final Set<Closeable> guarded = new HashSet<>();
    private final CountDownLatch tripped = new CountDownLatch(1);
    private @Nullable Reason reason;

    public void cancel() {
        trip(Reason.CANCELLED);
    }

    void trip(Reason why) {
        Set<Closeable> closing;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = why;
            closing = Set.copyOf(guarded);
        }
        tripped.countDown();
        closing.forEach(Abort::close);
    }

    synchronized @Nullable Reason reason() {
        return reason;
    }

    /// From now on an abort closes `resource`; at once if it has happened.
    void guard(Closeable resource) {
        synchronized (this) {
            if (reason == null) {
                guarded.add(resource);
                return;
            }
        }
        close(resource);
    }

    synchronized void release(Closeable resource) {
        guarded.remove(resource);
    }

    /// Waits for `length` or the abort.
    void pause(Duration length) throws InterruptedException {
        boolean _ = tripped.await(length.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException alreadyBroken) {
            // It is of no more use either way.
        }
    }
}
