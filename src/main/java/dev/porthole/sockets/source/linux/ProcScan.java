package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One walk over the open files of every process that this user may see.
final class ProcScan {
    private final Map<Long, List<Place>> byInode = new HashMap<>();
    private final Map<Long, Holder> holders = new HashMap<>();
    private int hidden;

    private ProcScan() {}

    /// Where a socket is held.
    record Place(Holder holder, int file) {}

    static ProcScan of(ProcFiles files) {
        ProcScan scan = new ProcScan();
        for (long pid : files.pids()) {
            try {
                scan.process(files, pid);
            } catch (AccessDeniedException e) {
                scan.hidden++;
            } catch (IOException e) {
                // It ended while it was read, and its sockets with it: nothing to add, nothing missing.
            }
        }
        return scan;
    }

    private void process(ProcFiles files, long pid) throws IOException {
        // Before its files: whatever it opens from now on stirs it.
        ProcFiles.Folder folder = files.folder(pid);
        List<int[]> found = new ArrayList<>();
        List<Long> inodes = new ArrayList<>();
        files.files(pid, file -> {
            long inode = files.socket(pid, file);
            found.add(new int[] {file});
            inodes.add(inode);
        });
        if (inodes.stream().noneMatch(inode -> inode > 0)) {
            return;
        }
        Holder holder = new Holder(files.identify(pid), folder);
        if (!holder.is(files.folder(pid))) {
            // Another one has its pid by now.
            return;
        }
        holders.put(pid, holder);
        for (int i = 0; i < inodes.size(); i++) {
            int file = found.get(i)[0];
            holder.pass(file);
            if (inodes.get(i) > 0) {
                List<Place> places = byInode.computeIfAbsent(inodes.get(i), key -> new ArrayList<>(1));
                if (places.stream().noneMatch(place -> place.holder() == holder)) {
                    places.add(new Place(holder, file));
                }
            }
        }
    }

    /// The processes that hold it, the lowest pid first; null if none was found.
    @Nullable
    List<Place> places(long inode) {
        return byInode.get(inode);
    }

    static Owner.Known owner(List<Place> places) {
        if (places.size() == 1) {
            return places.getFirst().holder().alone();
        }
        return new Owner.Known(
                places.stream().map(place -> place.holder().process()).toList());
    }

    boolean hidesProcesses() {
        return hidden > 0;
    }

    /// The processes that hold any socket, by pid.
    Map<Long, Holder> holders() {
        return holders;
    }

    Map<Long, List<ProcessRef>> processes() {
        Map<Long, List<ProcessRef>> processes = new HashMap<>();
        byInode.forEach((inode, places) -> processes.put(inode, owner(places).processes()));
        return processes;
    }

    List<Gap> gaps(ProcFiles files) {
        return hidden == 0 ? List.of() : List.of(new Gap(Gap.Kind.PROCESS_HIDDEN, files.subject(), hidden, ""));
    }
}
