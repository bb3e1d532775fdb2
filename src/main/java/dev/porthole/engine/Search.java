package dev.porthole.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One search at a time in another thread, which is waited for with patience and goes on when that has run out. For one
/// thread.
final class Search<T> {
    private final ExecutorService searcher;
    private final Duration patience;
    private @Nullable Future<T> running;
    private boolean found;

    Search(ExecutorService searcher, Duration patience) {
        this.searcher = searcher;
        this.patience = patience;
    }

    boolean isUnderWay() {
        return running != null;
    }

    void start(Callable<T> task) {
        running = searcher.submit(task);
    }

    /// Waits for what the search finds; empty if it goes on or none was started.
    Optional<T> await() throws InterruptedException {
        return take(patience);
    }

    /// Waits for the first search alone; of the later ones it takes what is done.
    Optional<T> awaitFirst() throws InterruptedException {
        return take(found ? Duration.ZERO : patience);
    }

    private Optional<T> take(Duration wait) throws InterruptedException {
        if (running == null) {
            return Optional.empty();
        }
        try {
            T result = running.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            running = null;
            found = true;
            return Optional.of(result);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            running = null;
            throw new IllegalStateException("the search failed", e.getCause());
        }
    }
}
