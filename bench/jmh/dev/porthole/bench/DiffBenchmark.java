package dev.porthole.bench;

import dev.porthole.sockets.SnapshotDiff;
import dev.porthole.sockets.SocketTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Comparing two readings, of which 1 % of the rows differ and 1 % came and went.
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the parameter, and calls the set-up first
public class DiffBenchmark extends AverageTime {
    @Param({"10000", "100000"})
    int rows;

    private SocketTable before;
    private SocketTable after;

    @Setup
    public void readings() {
        before = BusyMachine.table(rows, 0);
        after = BusyMachine.table(rows, 1);
    }

    @Benchmark
    public SnapshotDiff diff() {
        return SnapshotDiff.between(before, after);
    }
}
