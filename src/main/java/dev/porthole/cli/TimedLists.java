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
import org.jspecify.annotations.Nullable;

/// Lists again and again, and tells what each snapshot took.
final class TimedLists {
    /// A day: seconds.
    static final double LONGEST = 86_400;

    private final Rounds rounds;
    private final @Nullable PrintWriter timings;

    /// @param timings where a JSON line for each list goes; null for nowhere
    TimedLists(Rounds rounds, @Nullable PrintWriter timings) {
        this.rounds = rounds;
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
        if (timings != null) {
            monitor.watchEnded();
        }
        return rounds.run(number -> {
            long bytes = meter.bytes();
            Snapshot snapshot = monitor.snapshot();
            long allocated = meter.bytes() - bytes;
            int code = printer.print(snapshot);
            tell(number, snapshot, monitor, allocated);
            return code;
        });
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
