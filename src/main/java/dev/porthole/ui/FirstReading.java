package dev.porthole.ui;

import dev.porthole.engine.Engine;
import dev.porthole.engine.SocketMonitor;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The first reading of the sockets, taken beside the start of the toolkit: when the window is there, so are its rows.
final class FirstReading {
    /// How long a reading waits for the owners of its own sockets.
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private static final FutureTask<SocketMonitor> UNDER_WAY = new FutureTask<>(FirstReading::take);

    private FirstReading() {}

    /// Starts it and returns at once.
    static void begin() {
        Thread.ofPlatform().daemon().name("porthole-first-reading").start(UNDER_WAY);
    }

    /// The monitor that took it; a new one if it could not be taken or was not begun.
    ///
    /// @throws IOException if no source works; the message names each and why
    static SocketMonitor monitor() throws IOException, InterruptedException {
        UNDER_WAY.run();
        try {
            return UNDER_WAY.get();
        } catch (ExecutionException e) {
            return Engine.monitor(PATIENCE);
        }
    }

    private static SocketMonitor take() throws IOException, InterruptedException {
        SocketMonitor monitor = Engine.monitor(PATIENCE);
        monitor.snapshot();
        return monitor;
    }
}
