package dev.porthole.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// While it is open, Ctrl+C (or a polite kill) runs `cancel` and gives the program a moment to say what it found.
final class CancelOnInterrupt implements AutoCloseable {
    private static final long MOMENT_MILLIS = 1000;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    CancelOnInterrupt(Runnable cancel) {
        hook = Thread.ofPlatform().unstarted(() -> {
            cancel.run();
            try {
                boolean _ = closed.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            boolean _ = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook is what runs.
        }
    }
}
