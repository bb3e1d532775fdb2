package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SnapshotDiff;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.source.OwnerTracker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Follows owners by what a walk over all processes once found. A row keeps its owner as long as its socket has the
/// same inode, its process lives (pid and start are its identity), and spot checks find the file that was seen. New
/// sockets are looked for by [SlotSearch].
final class ProcOwnerTracker implements OwnerTracker {
    private static final Owner SEARCHING = new Owner.Hidden(Owner.Why.SEARCHING);
    private static final Owner NO_RIGHTS = new Owner.Hidden(Owner.Why.NO_RIGHTS);
    private static final Owner NOT_IN_VIEW = new Owner.Hidden(Owner.Why.NOT_IN_VIEW);
    /// After so many readings only a search over all processes looks for a socket.
    private static final int PATIENCE = 4;

    private static final int CHECKS = 256;
    private static final int SPOT_CHECKS = 8;
    private final ProcFiles files;
    private final LongSupplier nanos;
    private final SlotSearch slots;
    private final SearchPace searches;
    private final long self;
    private final LongRows wanted = new LongRows();

    private Map<Long, Holder> holders = new HashMap<>();
    private SocketTable table = SocketTable.empty();
    private HeldRows rows = new HeldRows();
    private HeldRows spare = new HeldRows();
    private List<Gap> gaps = List.of();
    private boolean hidesProcesses;
    private int tick;
    private int spot;
    private boolean missing;
    private volatile @Nullable Found found;

    ProcOwnerTracker(ProcFiles files, LongSupplier nanos) {
        this.files = files;
        this.nanos = nanos;
        slots = new SlotSearch(files, nanos);
        searches = new SearchPace(nanos);
        self = files.self();
    }

    /// @param upTo the tick whose sockets it speaks of
    private record Found(ProcScan scan, int upTo, long began, long ended) {}

    @Override
    public boolean wantsSearch() {
        return searches.isDue(missing);
    }

    @Override
    public Runnable search() {
        int upTo = tick + 1;
        return () -> {
            long began = nanos.getAsLong();
            ProcScan scan = ProcScan.of(files);
            found = new Found(scan, upTo, began, nanos.getAsLong());
        };
    }

    @Override
    public Ownership follow(SocketTable next, SnapshotDiff diff) {
        tick++;
        carry(next, diff);
        Found news = found;
        if (news != null) {
            found = null;
            learn(news);
        }
        watch();
        check();
        look();
        return new TrackedOwners(rows.owners(), gaps);
    }

    private void carry(SocketTable next, SnapshotDiff diff) {
        HeldRows before = rows;
        for (int row : diff.gone()) {
            release(before, row);
        }
        spare.resize(next.size());
        for (int row = 0; row < next.size(); row++) {
            long inode = next.figure(row, Figure.INODE, 0);
            int from = diff.previous(row);
            boolean sameInode = from >= 0 && table.figure(from, Figure.INODE, 0) == inode;
            if (from >= 0 && !sameInode) {
                release(before, from);
            }
            if (inode == 0) {
                spare.set(row, ProcOwnership.nobody(next.state(row)), null, 0, tick);
            } else if (sameInode) {
                spare.carry(row, before, from);
            } else {
                spare.set(row, SEARCHING, null, 0, tick);
            }
        }
        rows = spare;
        spare = before;
        table = next;
    }

    /// The lowest free number is what a process's next file gets.
    private void release(HeldRows of, int row) {
        Holder holder = of.holder(row);
        if (holder != null) {
            holder.release(of.file(row));
            slots.freed(holder, of.file(row), tick);
        }
    }

    private void learn(Found news) {
        searches.searched(news.began(), news.ended());
        gaps = news.scan().gaps(files);
        hidesProcesses = news.scan().hidesProcesses();
        slots.clear();
        Map<Long, Holder> known = new HashMap<>(news.scan().holders());
        Owner nobodyFound = hidesProcesses ? NO_RIGHTS : NOT_IN_VIEW;
        for (int row = 0; row < rows.size(); row++) {
            long inode = table.figure(row, Figure.INODE, 0);
            if (inode == 0) {
                continue;
            }
            boolean older = rows.since(row) <= news.upTo();
            List<ProcScan.Place> places = news.scan().places(inode);
            Holder holder = rows.holder(row);
            if (places != null && (older || !(rows.owner(row) instanceof Owner.Known))) {
                settle(row, places);
            } else if (older) {
                // Who had it has it no more: it was handed on while the search ran.
                boolean handedOn = rows.owner(row) instanceof Owner.Known;
                rows.set(row, handedOn ? SEARCHING : nobodyFound, null, 0, tick);
            } else if (holder != null) {
                Holder now = known.get(holder.process().pid());
                boolean same = now != null && now.process().equals(holder.process());
                Holder keeper = same && now != null ? now : holder;
                known.put(holder.process().pid(), keeper);
                keeper.hold(rows.file(row));
                rows.set(row, rows.owner(row), keeper, rows.file(row), rows.since(row));
            }
        }
        holders = known;
    }

    private void settle(int row, List<ProcScan.Place> places) {
        ProcScan.Place first = places.getFirst();
        Owner owner = ProcScan.owner(places);
        int since = owner.equals(rows.owner(row)) ? rows.since(row) : tick;
        if (places.size() == 1) {
            first.holder().hold(first.file());
            rows.set(row, owner, first.holder(), first.file(), since);
        } else {
            places.forEach(place -> place.holder().share());
            rows.set(row, owner, null, 0, since);
        }
    }

    /// Rows of processes that have ended lose them at once, although the socket lives: a child may have it.
    private void watch() {
        Set<ProcessRef> ended = new HashSet<>();
        for (Holder holder : holders.values()) {
            if (holder.matters() && !slots.lives(holder)) {
                ended.add(holder.process());
            }
        }
        if (ended.isEmpty()) {
            return;
        }
        holders.values().removeIf(holder -> ended.contains(holder.process()));
        slots.forget(ended);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.owner(row) instanceof Owner.Known known
                    && known.processes().stream().anyMatch(ended::contains)) {
                List<ProcessRef> left = known.processes().stream()
                        .filter(process -> !ended.contains(process))
                        .toList();
                rows.set(row, left.isEmpty() ? SEARCHING : new Owner.Known(left), null, 0, tick);
            }
        }
    }

    /// A process may hand a socket on, above all a new one, and close its own file: those that were just found are read
    /// once more, and a few others in turn. Only where files were opened or closed.
    private void check() {
        int checks = 0;
        for (int row = 0; row < rows.size() && checks < CHECKS; row++) {
            if (rows.since(row) == tick - 1) {
                checks += check(row);
            }
        }
        int spots = 0;
        for (int i = 0; i < Math.min(rows.size(), 256) && spots < SPOT_CHECKS; i++) {
            spot = spot + 1 < rows.size() ? spot + 1 : 0;
            spots += check(spot);
        }
    }

    private int check(int row) {
        Holder holder = rows.holder(row);
        if (holder == null || !holder.stirred()) {
            return 0;
        }
        if (files.socket(holder.process().pid(), rows.file(row)) != table.figure(row, Figure.INODE, 0)) {
            holder.release(rows.file(row));
            rows.set(row, SEARCHING, null, 0, tick);
        }
        return 1;
    }

    private void look() {
        wanted.clear();
        missing = false;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.owner(row).equals(SEARCHING)) {
                if (isForeign(row)) {
                    rows.set(row, NO_RIGHTS, null, 0, rows.since(row));
                } else if (rows.since(row) > tick - PATIENCE) {
                    wanted.put(table.figure(row, Figure.INODE, 0), row);
                } else {
                    missing = true;
                }
            }
        }
        if (searches.hasSearched()) {
            slots.look(wanted, holders, (row, holder, file) -> {
                holder.hold(file);
                rows.set(row, holder.alone(), holder, file, tick);
            });
        }
        slots.forget(tick - PATIENCE);
        missing |= !wanted.isEmpty() && isLate();
    }

    /// Whether a socket is searched for since an earlier reading: most that one misses the next one finds.
    private boolean isLate() {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.owner(row).equals(SEARCHING) && rows.since(row) < tick) {
                return true;
            }
        }
        return false;
    }

    /// Whose processes' files this user cannot see.
    private boolean isForeign(int row) {
        long uid = table.figure(row, Figure.UID, self);
        return hidesProcesses && self > 0 && uid != self;
    }
}
