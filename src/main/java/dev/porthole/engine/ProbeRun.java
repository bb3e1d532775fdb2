package dev.porthole.engine;

import dev.porthole.probe.wire.Abort;
import java.util.concurrent.CompletableFuture;

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

    /// Waits for the result.
    public ProbeResult await() {
        return result.join();
    }
}
