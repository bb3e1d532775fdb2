package dev.porthole.bench;

import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.sockets.query.InvalidQuery;
import dev.porthole.sockets.query.Query;
import dev.porthole.sockets.query.SocketFilter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What the window does in the background with each reading of 100,000 rows.
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH fills the parameters, and calls the set-up first
public class ArrangeBenchmark extends AverageTime {
    private static final int ROWS = 100_000;

    /// A search.
    @State(Scope.Benchmark)
    public static class Search {
        @Param({"", "port:443", "addr:10.0.0.0/8", "proc:worker-7", "worker-7", "state:established !lo queue:>0"})
        String query;

        private Snapshot snapshot;
        private SocketFilter filter;

        @Setup
        public void parse() throws InvalidQuery {
            snapshot = BusyMachine.snapshot(ROWS);
            filter = new SocketFilter(
                    SocketFilter.ALL.protocols(),
                    SocketFilter.ALL.states(),
                    SocketFilter.ALL.reaches(),
                    Query.parse(query));
        }
    }

    /// An order.
    @State(Scope.Benchmark)
    public static class Sorting {
        @Param({"LOCAL_PORT", "REMOTE_ADDRESS", "SEND_QUEUE", "PROCESS"})
        SocketOrder.Column column;

        private Snapshot snapshot;
        private int[] rows;

        @Setup
        public void take() {
            snapshot = BusyMachine.snapshot(ROWS);
            rows = SocketFilter.ALL.rows(snapshot);
        }
    }

    @Benchmark
    public int[] search(Search search) {
        return search.filter.rows(search.snapshot);
    }

    @Benchmark
    public int[] sort(Sorting sorting) {
        int[] rows = sorting.rows.clone();
        new SocketOrder(sorting.column, true).sort(rows, sorting.snapshot);
        return rows;
    }
}
