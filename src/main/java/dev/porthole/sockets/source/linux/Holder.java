package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A process that is followed from reading to reading.
final class Holder {
    private final ProcessRef process;
    private final Owner.Known alone;
    private @Nullable Object key;
    /// Its open files that are sockets of the table.
    private final BitSet held = new BitSet();

    private long size;
    private long listed;
    private int highest;
    private boolean stirred;
    private boolean shares;

    Holder(ProcessRef process, ProcFiles.@Nullable Folder folder) {
        this.process = process;
        alone = new Owner.Known(List.of(process));
        key = folder == null ? null : folder.key();
        size = folder == null ? -1 : folder.size();
        listed = size;
    }

    ProcessRef process() {
        return process;
    }

    /// The owner of a socket that it alone holds: one object for all of them.
    Owner.Known alone() {
        return alone;
    }

    /// Whether this is its folder, and not the one of a later process under the same pid.
    boolean is(ProcFiles.@Nullable Folder folder) {
        return folder != null && key != null && key.equals(folder.key());
    }

    /// The kernel may make the folder anew while the process lives.
    void moved(ProcFiles.Folder folder) {
        key = folder.key();
    }

    /// Takes note of the size; [#stirred] tells afterwards whether files were opened or closed since.
    void see(ProcFiles.Folder folder) {
        stirred = folder.size() != size || folder.size() == 0;
        size = folder.size();
    }

    boolean stirred() {
        return stirred;
    }

    /// Takes note that all its files are about to be read.
    void list() {
        listed = size;
    }

    /// Whether it has more or fewer files than when they were read last: not since the last reading, as what was opened
    /// right after one is in the table of the next.
    boolean unlisted() {
        return size != listed || size == 0;
    }

    boolean holds(int file) {
        return held.get(file);
    }

    void hold(int file) {
        held.set(file);
        pass(file);
    }

    void release(int file) {
        held.clear(file);
    }

    /// Takes note that it holds a socket together with others: which of its files that is will not be followed.
    void share() {
        shares = true;
    }

    boolean shares() {
        return shares;
    }

    /// Whether its end would cost a socket its owner.
    boolean matters() {
        return shares || !held.isEmpty();
    }

    /// Takes note that there is a file of this number.
    void pass(int file) {
        highest = Math.max(highest, file);
    }

    /// The highest number of a file seen: the next one may have been opened above it.
    int highest() {
        return highest;
    }
}
