package dev.porthole.bench;

import dev.porthole.sockets.SnapshotDiff;
import dev.porthole.sockets.SocketTable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Comparing two readings, of which 1 % of the rows differ and 1 % came and went.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH fills the parameter, and calls the set-up first
public class DiffBenchmark {
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
