package dev.porthole.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets Ctrl+C end a command that runs on: it is told to stop, and gets a moment to write its last line whole.
final class CleanEnd implements AutoCloseable {
    private static final int SECONDS = 1;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /// @param stop called when the program is asked to end, on another thread
    CleanEnd(Runnable stop) {
        hook = Thread.ofPlatform().name("porthole-end").unstarted(() -> {
            stop.run();
            await();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            boolean _ = ended.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException underWay) {
            // The program is ending: the hook has done its work.
        }
    }
}
