package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.ProcessRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/// Looks for new sockets where they are likely: under the numbers of files that were closed, as the lowest free number
/// is what the next file gets; above the highest one; then in processes that are new or opened files since.
final class SlotSearch {
    /// Nanoseconds: in all, or for each socket where there are very many. The system takes some 7000 for a file.
    private static final long LEAST_TIME = 5_000_000L;
    private static final long TIME_EACH = 15_000L;

    private final ProcFiles files;
    private final LongSupplier nanos;
    private final List<Slot> free = new ArrayList<>();
    /// Processes that hold no socket of ours, or hide what they hold, as they were when they were last looked into.
    private final Map<Long, ProcFiles.Folder> strangers = new HashMap<>();

    SlotSearch(ProcFiles files, LongSupplier nanos) {
        this.files = files;
        this.nanos = nanos;
    }

    /// Takes what was found.
    @FunctionalInterface
    interface Finder {
        void found(int row, Holder holder, int file);
    }

    /// A file that was closed.
    ///
    /// @param other the inode of a socket that was read there and is not in the table, or 0
    private record Slot(Holder holder, int file, int tick, long other) {}

    void freed(Holder holder, int file, int tick) {
        free.add(new Slot(holder, file, tick, 0));
    }

    /// Lets go of what was freed before.
    void forget(int tick) {
        free.removeIf(slot -> slot.tick() < tick);
    }

    void forget(Set<ProcessRef> ended) {
        free.removeIf(slot -> ended.contains(slot.holder().process()));
    }

    void clear() {
        free.clear();
        strangers.clear();
    }

    /// Whether this very process still runs.
    boolean lives(Holder holder) {
        ProcFiles.Folder folder = files.folder(holder.process().pid());
        if (folder == null) {
            return false;
        }
        if (!holder.is(folder)) {
            try {
                Long start = holder.process().startTicks();
                if (start == null || files.stat(holder.process().pid()).startTicks() != start) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
            holder.moved(folder);
        }
        holder.see(folder);
        return true;
    }

    /// Ends when all are found, nothing likely is left, or its time is over.
    void look(LongRows wanted, Map<Long, Holder> holders, Finder finder) {
        if (wanted.isEmpty()) {
            return;
        }
        long deadline = nanos.getAsLong() + Math.max(LEAST_TIME, wanted.size() * TIME_EACH);
        Set<Holder> busy = freed(wanted, finder);
        for (Holder holder : busy) {
            above(holder, wanted, finder);
        }
        if (wanted.isEmpty()) {
            return;
        }
        for (long pid : files.pids()) {
            if (wanted.isEmpty() || nanos.getAsLong() > deadline) {
                return;
            }
            process(pid, wanted, holders, finder);
        }
        // As many files as before, and others: one was closed and another one opened.
        for (Holder holder : busy) {
            if (!wanted.isEmpty() && nanos.getAsLong() < deadline) {
                list(holder, wanted, finder);
            }
        }
    }

    private Set<Holder> freed(LongRows wanted, Finder finder) {
        Set<Holder> busy = new LinkedHashSet<>();
        free.forEach(slot -> busy.add(slot.holder()));
        // Those that still hold a socket were looked at with the others.
        busy.removeIf(holder -> !holder.matters() && !lives(holder));
        List<Slot> left = new ArrayList<>();
        for (Slot slot : free) {
            if (!busy.contains(slot.holder())) {
                continue;
            }
            if (wanted.isEmpty() || slot.holder().holds(slot.file())) {
                left.add(slot);
                continue;
            }
            long inode = files.socket(slot.holder().process().pid(), slot.file());
            if (take(inode, slot.holder(), slot.file(), wanted, finder)) {
                continue;
            }
            // A socket seen there twice and never in the table is none of ours.
            if (inode <= 0 || inode != slot.other()) {
                left.add(new Slot(slot.holder(), slot.file(), slot.tick(), Math.max(0, inode)));
            }
        }
        free.clear();
        free.addAll(left);
        return busy;
    }

    private void above(Holder holder, LongRows wanted, Finder finder) {
        int file = holder.highest() + 1;
        long inode = wanted.isEmpty() ? -1 : files.socket(holder.process().pid(), file);
        while (inode >= 0) {
            holder.pass(file);
            take(inode, holder, file, wanted, finder);
            file++;
            inode = wanted.isEmpty() ? -1 : files.socket(holder.process().pid(), file);
        }
    }

    private void process(long pid, LongRows wanted, Map<Long, Holder> holders, Finder finder) {
        Holder holder = holders.get(pid);
        ProcFiles.Folder folder = files.folder(pid);
        if (folder == null) {
            return;
        }
        if (holder != null) {
            if ((holder.matters() || lives(holder)) && holder.is(folder)) {
                if (holder.unlisted()) {
                    holder.list();
                    list(holder, wanted, finder);
                }
                return;
            }
            holders.remove(pid);
        }
        if (folder.size() > 0 && folder.equals(strangers.get(pid))) {
            return;
        }
        Holder stranger = new Holder(files.identify(pid), folder);
        if (stranger.is(files.folder(pid))) {
            list(stranger, wanted, finder);
        }
        if (stranger.matters()) {
            holders.put(pid, stranger);
        } else {
            strangers.put(pid, folder);
        }
    }

    private void list(Holder holder, LongRows wanted, Finder finder) {
        long pid = holder.process().pid();
        try {
            files.files(pid, file -> {
                holder.pass(file);
                if (!wanted.isEmpty() && (holder.shares() || !holder.holds(file))) {
                    take(files.socket(pid, file), holder, file, wanted, finder);
                }
            });
        } catch (IOException e) {
            // It ended, or hides its files: what it holds stays unknown.
        }
    }

    private static boolean take(long inode, Holder holder, int file, LongRows wanted, Finder finder) {
        int row = inode > 0 ? wanted.take(inode) : -1;
        if (row >= 0) {
            finder.found(row, holder, file);
        }
        return row >= 0;
    }
}
