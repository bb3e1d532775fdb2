package dev.porthole.ui.kit;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands values over to another thread. It keeps the latest value and has at most one hand-over under way: a receiver
/// that is slow for a moment skips values, and they never queue up.
public final class Lane<T> {
    private final Executor there;
    private final Consumer<T> receiver;
    private final AtomicReference<@Nullable T> latest = new AtomicReference<>();

    /// @param there runs tasks on the receiver's thread
    /// @param receiver called there
    public Lane(Executor there, Consumer<T> receiver) {
        this.there = there;
        this.receiver = receiver;
    }

    /// From any thread.
    public void publish(T value) {
        if (latest.getAndSet(value) == null) {
            there.execute(this::deliver);
        }
    }

    private void deliver() {
        T value = latest.getAndSet(null);
        if (value != null) {
            receiver.accept(value);
        }
    }
}
