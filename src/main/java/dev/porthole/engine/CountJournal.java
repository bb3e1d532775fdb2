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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Counts each snapshot that the window takes, remembers the counts, and judges them by the rules. Reads nothing of the
/// system but its limits. For several threads; the file is written by the thread that records or closes.
public final class CountJournal implements AutoCloseable {
    /// How much a program that is killed may lose.
    private static final Duration SAVE_EVERY = Duration.ofMinutes(5);

    private final LimitsSource limits;
    private final @Nullable CountHistoryStore store;
    private final CountHistory history;
    private final Optional<String> loadFault;
    private Optional<String> saveFault = Optional.empty();
    private AlertBoard board = AlertBoard.of(List.of());
    private @Nullable Instant saved;

    private CountJournal(
            LimitsSource limits, @Nullable CountHistoryStore store, CountHistory history, Optional<String> loadFault) {
        this.limits = limits;
        this.store = store;
        this.history = history;
        this.loadFault = loadFault;
    }

    static CountJournal open(LimitsSource limits, Path folder) {
        var store = new CountHistoryStore(folder);
        try {
            return new CountJournal(limits, store, store.load(), Optional.empty());
        } catch (IOException unreadable) {
            return new CountJournal(
                    limits, store, new CountHistory(), Optional.of(String.valueOf(unreadable.getMessage())));
        }
    }

    /// One that forgets everything when it is closed.
    static CountJournal passing(LimitsSource limits) {
        return new CountJournal(limits, null, new CountHistory(), Optional.empty());
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

    /// What went wrong with the file, in sentences: when it was read, and when it was written last.
    public synchronized List<String> faults() {
        return Stream.of(loadFault, saveFault).flatMap(Optional::stream).toList();
    }

    private void save() {
        if (store == null) {
            return;
        }
        try {
            store.save(history);
            saveFault = Optional.empty();
        } catch (IOException unwritable) {
            saveFault = Optional.of("The history of counts cannot be saved: " + unwritable.getMessage()
                    + ". It stays in memory, and saving is tried again every " + SAVE_EVERY.toMinutes()
                    + " minutes.");
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
