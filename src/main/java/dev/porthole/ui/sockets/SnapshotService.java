package dev.porthole.ui.sockets;

import dev.porthole.engine.Daemon;
import dev.porthole.engine.SocketMonitor;
import dev.porthole.sockets.Snapshot;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import javafx.concurrent.ScheduledService;
import javafx.concurrent.Task;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Takes a snapshot each second in a thread of its own.
public final class SnapshotService extends ScheduledService<Snapshot> {
    private final ExecutorService sampler = Daemon.single("porthole-sampler");
    private final Callable<SocketMonitor> opener;
    private volatile @Nullable SocketMonitor monitor;

    /// @param opener finds the source of the sockets; called again as long as it fails
    public SnapshotService(Callable<SocketMonitor> opener) {
        this.opener = opener;
        setExecutor(sampler);
        setPeriod(Duration.seconds(1));
        setMaximumCumulativePeriod(Duration.seconds(5));
    }

    /// The monitor, once the first reading has found its source.
    @Nullable
    SocketMonitor monitor() {
        return monitor;
    }

    public void close() {
        cancel();
        sampler.shutdownNow();
        SocketMonitor open = monitor;
        if (open != null) {
            open.close();
        }
    }

    /// The timer may have asked for the next reading just before the window went.
    @Override
    protected void executeTask(Task<Snapshot> task) {
        if (!sampler.isShutdown()) {
            super.executeTask(task);
        }
    }

    @Override
    protected Task<Snapshot> createTask() {
        return new Task<>() {
            @Override
            protected Snapshot call() throws Exception {
                SocketMonitor open = monitor;
                if (open == null) {
                    open = opener.call();
                    open.watchEnded();
                    monitor = open;
                }
                return open.snapshot();
            }
        };
    }
}
