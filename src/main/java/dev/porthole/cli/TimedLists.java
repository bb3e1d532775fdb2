package dev.porthole.cli;

import dev.porthole.engine.AllocationMeter;
import dev.porthole.engine.SnapshotCost;
import dev.porthole.engine.SocketMonitor;
import dev.porthole.sockets.Ended;
import dev.porthole.sockets.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lists again and again, and tells what each snapshot took.
final class TimedLists {
    /// A day: seconds.
    static final double LONGEST = 86_400;

    private final double seconds;
    private final int count;
    private final @Nullable PrintWriter timings;

    /// @param seconds from the beginning of a list to that of the next
    /// @param timings where a JSON line for each list goes; null for nowhere
    TimedLists(double seconds, int count, @Nullable PrintWriter timings) {
        this.seconds = seconds;
        this.count = count;
        this.timings = timings;
    }

    /// Writes one list and gives its exit code.
    @FunctionalInterface
    interface Printer {
        int print(Snapshot snapshot) throws IOException;
    }

    /// Gives the worst exit code of all lists.
    int run(SocketMonitor monitor, Printer printer) throws IOException, InterruptedException {
        AllocationMeter meter = new AllocationMeter();
        int worst = 0;
        if (timings != null) {
            monitor.watchEnded();
        }
        for (int i = 1; i <= count; i++) {
            long began = System.nanoTime();
            long bytes = meter.bytes();
            Snapshot snapshot = monitor.snapshot();
            long allocated = meter.bytes() - bytes;
            worst = Math.max(worst, printer.print(snapshot));
            tell(i, snapshot, monitor, allocated);
            long left = (long) (seconds * 1e9) - (System.nanoTime() - began);
            if (i < count && left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
        }
        return worst;
    }

    private void tell(int number, Snapshot snapshot, SocketMonitor monitor, long allocated) {
        if (timings != null) {
            SnapshotCost cost = monitor.cost();
            timings.printf(
                    Locale.ROOT,
                    "{\"refresh\":%d,\"rows\":%d,\"reading_ms\":%.3f,\"owners_ms\":%.3f,\"diff_ms\":%.3f,"
                            + "\"allocated_bytes\":%d,\"new\":%d,\"gone\":%d,\"unseen\":%s}%n",
                    number,
                    snapshot.size(),
                    millis(cost.reading()),
                    millis(cost.owners()),
                    millis(cost.diff()),
                    allocated,
                    cost.appeared(),
                    cost.gone(),
                    // Null where the system does not tell.
                    monitor.ended().map(Ended::unseen).orElse(null));
            timings.flush();
        }
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
