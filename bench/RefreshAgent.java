import com.sun.management.ThreadMXBean;
import dev.porthole.counts.StateCounts;
import dev.porthole.engine.Engine;
import dev.porthole.engine.SnapshotCost;
import dev.porthole.engine.SocketMonitor;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SnapshotDiff;
import dev.porthole.sockets.source.linux.ProcOwnerSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// All that one refresh of the window asks of the engine, once for each line on stdin: reading with TCP figures, diff,
/// owners, counts. Cpu and bytes are those of the thread that takes the snapshot; the rare search over all processes
/// has a thread of its own. A line `scan` is one whole search for owners, a line `check` compares the owners that were
/// followed with those of a whole search. A first word is the source: netlink, proc, oshi.
public final class RefreshAgent {
    private static final long WARM_UP = 4_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ProcOwnerSource processes = new ProcOwnerSource(Path.of("/proc"));
    private final SocketMonitor monitor;

    private RefreshAgent(SocketMonitor monitor) {
        this.monitor = monitor;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (SocketMonitor monitor = args.length == 0 ? Engine.monitor(PATIENCE) : Engine.monitor(args[0], PATIENCE)) {
            RefreshAgent agent = new RefreshAgent(monitor);
            // A window is warm after a while; the first line is not asked before that.
            for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end; ) {
                StateCounts.of(monitor.snapshot().table());
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                switch (line) {
                    case "scan" -> agent.scan();
                    case "check" -> agent.check();
                    default -> agent.refresh();
                }
                System.out.flush();
            }
        }
    }

    private void refresh() throws IOException, InterruptedException {
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
                + "us diff=" + cost.diff().toNanos() / 1000 + "us gc=" + collections());
    }

    private void scan() {
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        processes.search();
        long wallEnd = System.nanoTime();
        System.out.println("ok " + (wallEnd - wall) + " " + (threads.getCurrentThreadCpuTime() - cpu) + " 0 0 0");
    }

    /// Of the sockets that stood before and after the search: whose owner is another one, whose owner only the search
    /// knows.
    private void check() throws IOException, InterruptedException {
        long wall = System.nanoTime();
        Snapshot before = monitor.snapshot();
        Ownership searched = processes.search();
        Snapshot after = monitor.snapshot();
        SnapshotDiff diff = SnapshotDiff.between(before.table(), after.table());
        int of = 0;
        int wrong = 0;
        int missing = 0;
        for (int row = 0; row < after.size(); row++) {
            if (diff.previous(row) < 0) {
                continue;
            }
            Owner ours = after.owner(row);
            if (searched.ownerOf(before.table(), diff.previous(row)) instanceof Owner.Known theirs) {
                of++;
                missing += ours instanceof Owner.Known ? 0 : 1;
                wrong += ours instanceof Owner.Known && !ours.equals(theirs) ? 1 : 0;
            }
        }
        System.out.println("ok " + (System.nanoTime() - wall) + " 0 0 0 " + after.size() + " 0 0 0 of=" + of + " wrong="
                + wrong + " missing=" + missing);
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static int known(Snapshot snapshot) {
        int known = 0;
        for (int row = 0; row < snapshot.size(); row++) {
            known += snapshot.owner(row) instanceof Owner.Known ? 1 : 0;
        }
        return known;
    }
}
