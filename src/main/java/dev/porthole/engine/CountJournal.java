package dev.porthole.engine;

import dev.porthole.counts.Alert;
import dev.porthole.counts.AlertBoard;
import dev.porthole.counts.CountHistory;
import dev.porthole.counts.CountRule;
import dev.porthole.counts.Tally;
import dev.porthole.profile.store.CountHistoryStore;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.source.LimitsSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Counts each snapshot that the window takes, remembers the counts, and judges them by the rules. Reads nothing of the
/// system but its limits. For several threads; the file is written by the thread that records or closes.
public final class CountJournal implements AutoCloseable {
    /// How much a program that is killed may lose.
    private static final Duration SAVE_EVERY = Duration.ofMinutes(5);

    private final LimitsSource limits;
    private final @Nullable CountHistoryStore store;
    private final CountHistory history;
    private final @Nullable String loadFault;
    private @Nullable String saveFault;
    private AlertBoard board = AlertBoard.of(List.of());
    private @Nullable Instant saved;

    private CountJournal(
            LimitsSource limits, @Nullable CountHistoryStore store, CountHistory history, @Nullable String loadFault) {
        this.limits = limits;
        this.store = store;
        this.history = history;
        this.loadFault = loadFault;
    }

    static CountJournal open(LimitsSource limits, Path folder) {
        var store = new CountHistoryStore(folder);
        try {
            return new CountJournal(limits, store, store.load(), null);
        } catch (IOException unreadable) {
            return new CountJournal(limits, store, new CountHistory(), unreadable.getMessage());
        }
    }

    /// One that forgets everything when it is closed.
    static CountJournal passing(LimitsSource limits) {
        return new CountJournal(limits, null, new CountHistory(), null);
    }

    /// What one snapshot came to, and the alerts as of then.
    public record Entry(Tally tally, AlertBoard alerts) {}

    /// Counts the rows of this very snapshot.
    public synchronized Entry record(Snapshot snapshot) {
        Tally tally = Tally.of(snapshot, limits.read());
        history.add(tally);
        board = board.next(tally);
        if (saved == null) {
            saved = tally.time();
        } else if (Duration.between(saved, tally.time()).abs().compareTo(SAVE_EVERY) >= 0) {
            saved = tally.time();
            save();
        }
        return new Entry(tally, board);
    }

    public CountHistory history() {
        return history;
    }

    /// Judges by these rules from the next snapshot on.
    public synchronized void rules(List<CountRule> rules) {
        board = board.with(rules);
    }

    public synchronized AlertBoard acknowledge(Alert.Key key) {
        board = board.acknowledge(key);
        return board;
    }

    public synchronized AlertBoard alerts() {
        return board;
    }

    /// What went wrong with the file, in a sentence; empty if nothing did.
    public synchronized Optional<String> fault() {
        return Optional.ofNullable(saveFault != null ? saveFault : loadFault);
    }

    private void save() {
        if (store == null) {
            return;
        }
        try {
            store.save(history);
            saveFault = null;
        } catch (IOException unwritable) {
            saveFault = "The history of counts cannot be saved: " + unwritable.getMessage() + ".";
        }
    }

    /// Writes what is remembered.
    @Override
    public synchronized void close() {
        if (saved != null) {
            save();
        }
    }
}
