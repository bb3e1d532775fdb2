package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.source.OwnerSource;
import dev.porthole.sockets.source.OwnerTracker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Owners from the links in `/proc/PID/fd`, which name a socket's inode: `socket:[34567]`. One search reads the links
/// of every process that this user may see; a tracker reads only those of new sockets.
public final class ProcOwnerSource implements OwnerSource {
    private final ProcFiles files;

    /// @param proc `/proc`, or a folder of the same form
    public ProcOwnerSource(Path proc) {
        files = new ProcFiles(proc);
    }

    @Override
    public Ownership search() {
        ProcScan scan = ProcScan.of(files);
        return new ProcOwnership(scan.processes(), scan.gaps(files));
    }

    @Override
    public Ownership unsearched() {
        return ProcOwnership.UNSEARCHED;
    }

    @Override
    public Optional<OwnerTracker> tracker() {
        return Optional.of(new ProcOwnerTracker(files, System::nanoTime));
    }

    @Override
    public boolean isAlive(ProcessRef process) {
        try {
            ProcessStat stat = files.stat(process.pid());
            return !stat.ended() && process.startTicks() != null && process.startTicks() == stat.startTicks();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean holds(ProcessRef process, SocketEntry socket) {
        long inode = socket.inode().orElse(0);
        if (inode == 0) {
            return false;
        }
        boolean[] found = new boolean[1];
        try {
            files.files(process.pid(), file -> found[0] |= files.socket(process.pid(), file) == inode);
        } catch (IOException e) {
            return false;
        }
        return found[0];
    }
}
