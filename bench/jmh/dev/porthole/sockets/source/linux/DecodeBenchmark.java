package dev.porthole.sockets.source.linux;

import dev.porthole.bench.AverageTime;
import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A recorded answer of the kernel, heard as often as it takes to have that many sockets, into columns and into a
/// table: what a reading costs without the kernel.
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH fills the parameter, and calls the set-up first
public class DecodeBenchmark extends AverageTime {
    private static final int SEQUENCE = 7;
    private static final int RECORDED_ROWS = 15;

    @Param({"10000", "100000"})
    int rows;

    private final SocketTable.Builder table = new SocketTable.Builder();
    private final DiagReply reply = new DiagReply(table);
    private ByteBuffer recorded;

    @Setup
    public void load() throws IOException {
        try (InputStream in = DiagReply.class.getResourceAsStream("tcp.diag")) {
            recorded = ByteBuffer.wrap(Objects.requireNonNull(in, "tcp.diag").readAllBytes())
                    .order(ByteOrder.nativeOrder());
        }
    }

    @Benchmark
    public SocketTable decode() {
        table.clear();
        for (int read = 0; read < rows; read += RECORDED_ROWS) {
            reply.begin(SEQUENCE, true);
            reply.read(recorded, recorded.capacity());
        }
        return table.build();
    }
}
