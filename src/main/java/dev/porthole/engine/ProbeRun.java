package dev.porthole.engine;

import dev.porthole.probe.wire.Abort;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A probe under way.
public final class ProbeRun {
    private final Abort abort;
    private final CompletableFuture<ProbeResult> result;

    ProbeRun(Abort abort, CompletableFuture<ProbeResult> result) {
        this.abort = abort;
        this.result = result;
    }

    /// Ends the probe at once, from any thread; its result still comes, and says so. Without effect on a finished one.
    public void cancel() {
        abort.cancel();
    }

    public boolean isDone() {
        return result.isDone();
    }

    /// Waits for the result, and cancels the probe when it takes longer than `patience`.
    public ProbeResult await(Duration patience) {
        try {
            return result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException impatient) {
            cancel();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            cancel();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        return await();
    }

    /// Waits for the result.
    public ProbeResult await() {
        return result.join();
    }
}
