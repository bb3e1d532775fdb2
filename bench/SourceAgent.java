import dev.porthole.engine.Engine;
import dev.porthole.engine.SocketMonitor;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.time.Duration;

/// Writes what each source shows: its name, protocol, ends, state, owner, with tabs between.
public final class SourceAgent {
    public static void main(String[] args) throws IOException, InterruptedException {
        for (String source : Engine.sourceNames()) {
            try (SocketMonitor monitor = Engine.monitor(source, Duration.ofSeconds(30))) {
                Snapshot snapshot = monitor.snapshot();
                SocketTable table = snapshot.table();
                for (int row = 0; row < table.size(); row++) {
                    System.out.println(String.join(
                            "\t",
                            source,
                            table.protocol(row).toString(),
                            table.key(row).local().toString(),
                            table.key(row).remote().toString(),
                            table.state(row).toString(),
                            snapshot.owner(row).toString()));
                }
            }
        }
    }
}
