package dev.porthole.sockets.source.oshi;

import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketKey;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.source.OwnerSource;
import dev.porthole.sockets.source.SocketSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/// Sockets and owners through OSHI: the pid comes with the socket, the names from a list of all processes.
public final class OshiSource implements SocketSource, OwnerSource {
    private final Supplier<OperatingSystem> system;

    public OshiSource() {
        this(new SystemInfo()::getOperatingSystem);
    }

    OshiSource(Supplier<OperatingSystem> system) {
        this.system = system;
    }

    @Override
    public String name() {
        return "OSHI";
    }

    @Override
    public Reading read() throws IOException {
        List<IPConnection> connections;
        try {
            connections = system.get().getInternetProtocolStats().getConnections();
        } catch (RuntimeException | LinkageError e) {
            throw new IOException("OSHI does not work here: " + e, e);
        }
        boolean hasQueues = !isWindows();
        SocketTable table = OshiRows.table(connections, hasQueues);
        return new Reading(table, List.of(), name(), Map.of());
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    @Override
    public Ownership search() {
        Map<Long, Owner> byPid = new HashMap<>();
        try {
            for (OSProcess process : system.get().getProcesses()) {
                byPid.put((long) process.getProcessID(), new Owner.Known(List.of(ref(process))));
            }
            return new OshiOwnership(byPid, system.get().isElevated());
        } catch (RuntimeException | LinkageError e) {
            // The pids that came with the sockets stand, without names.
            return new OshiOwnership(byPid, false);
        }
    }

    private static ProcessRef ref(OSProcess process) {
        return new ProcessRef(
                process.getProcessID(), process.getStartTime(), known(process.getName()), known(process.getUser()));
    }

    @Override
    public boolean isAlive(ProcessRef process) {
        OSProcess now = system.get().getProcess((int) process.pid());
        return now != null && process.startTicks() != null && process.startTicks() == now.getStartTime();
    }

    /// By the ends of the socket: OSHI gives it no mark of its own.
    @Override
    public boolean holds(ProcessRef process, SocketEntry socket) {
        try {
            SocketTable now = read().table();
            for (int row = 0; row < now.size(); row++) {
                if (now.pid(row).orElse(-1) == process.pid()
                        && now.localPort(row) == socket.local().port()
                        && isSame(now.key(row), socket.key())) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }

    private static boolean isSame(SocketKey left, SocketKey right) {
        return left.protocol() == right.protocol()
                && left.local().equals(right.local())
                && left.remote().equals(right.remote());
    }

    private static @Nullable String known(String user) {
        return user.isEmpty() || user.equals("unknown") ? null : user;
    }
}
