import com.sun.management.ThreadMXBean;
import dev.porthole.counts.StateCounts;
import dev.porthole.engine.Engine;
import dev.porthole.engine.SnapshotCost;
import dev.porthole.engine.SocketMonitor;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Snapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// All that one refresh of the window asks of the engine, once for each line on stdin: reading with TCP figures, diff,
/// owners, counts. Cpu and bytes are those of the thread that takes the snapshot; the rare search over all processes
/// has a thread of its own.
public final class RefreshAgent {
    private static final long WARM_UP = 4_000_000_000L;

    public static void main(String[] args) throws IOException, InterruptedException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (SocketMonitor monitor = Engine.monitor(Duration.ofSeconds(30))) {
            // A window is warm after a while; the first line is not asked before that.
            for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end; ) {
                StateCounts.of(monitor.snapshot().table());
            }
            while (lines.readLine() != null) {
                long bytes = threads.getCurrentThreadAllocatedBytes();
                long cpu = threads.getCurrentThreadCpuTime();
                long wall = System.nanoTime();
                Snapshot snapshot = monitor.snapshot();
                StateCounts counts = StateCounts.of(snapshot.table());
                long wallEnd = System.nanoTime();
                long cpuEnd = threads.getCurrentThreadCpuTime();
                long bytesEnd = threads.getCurrentThreadAllocatedBytes();
                SnapshotCost cost = monitor.cost();
                System.out.println("ok " + (wallEnd - wall) + " " + (cpuEnd - cpu) + " 0 0 " + snapshot.size()
                        + " 0 0 0 alloc=" + (bytesEnd - bytes)
                        + " owners=" + known(snapshot)
                        + " new=" + cost.appeared() + " gone=" + cost.gone()
                        + " reading=" + cost.reading().toNanos() / 1000
                        + "us owning=" + cost.owners().toNanos() / 1000
                        + "us diff=" + cost.diff().toNanos() / 1000 + "us");
                System.out.flush();
            }
        }
    }

    private static int known(Snapshot snapshot) {
        int known = 0;
        for (int row = 0; row < snapshot.size(); row++) {
            known += snapshot.owner(row) instanceof Owner.Known ? 1 : 0;
        }
        return known;
    }
}
