package dev.porthole.ui.counts;

import dev.porthole.counts.Alert;
import dev.porthole.counts.AlertBoard;
import dev.porthole.counts.CountRule;
import dev.porthole.counts.Tally;
import dev.porthole.counts.TopOwner;
import dev.porthole.engine.CountJournal;
import dev.porthole.engine.Daemon;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Snapshot;
import dev.porthole.ui.kit.Lane;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has each snapshot counted in a thread of its own, and hands over to the FX thread what came of it.
public final class CountFeed implements AutoCloseable {
    /// What a sparkline shows.
    static final int RECENT = 60;

    private static final Duration OLDEST = Duration.ofSeconds(RECENT);
    /// How long the end of the program waits until the history is written.
    private static final long PATIENCE_SECONDS = 3;

    private final ExecutorService background = Daemon.single("porthole-counts");
    private final Supplier<CountJournal> opener;
    private final Executor fx;
    private final Lane<Snapshot> snapshots = new Lane<>(this::inBackground, this::count);
    private final Lane<CountFrame> frames;
    private final Consumer<List<News>> teller;
    private final Deque<Tally> recent = new ArrayDeque<>();
    private @Nullable CountJournal journal;
    private @Nullable CountFrame latest;

    /// @param opener opens the journal, in the background
    /// @param fx runs tasks on the FX thread, where the other two are called
    CountFeed(Supplier<CountJournal> opener, Executor fx, Consumer<CountFrame> receiver, Consumer<List<News>> teller) {
        this.opener = opener;
        this.fx = fx;
        this.teller = teller;
        frames = new Lane<>(fx, receiver);
    }

    /// Counts it, unless a newer one comes first.
    void accept(Snapshot snapshot) {
        snapshots.publish(snapshot);
    }

    void rules(List<CountRule> rules) {
        List<CountRule> all = List.copyOf(rules);
        inBackground(() -> journal().rules(all));
    }

    void acknowledge(Alert.Key alert) {
        inBackground(() -> {
            AlertBoard board = journal().acknowledge(alert);
            if (latest != null) {
                latest = latest.with(board);
                frames.publish(latest);
            }
        });
    }

    /// Does something else in the same thread, such as a look into the history.
    Executor background() {
        return this::inBackground;
    }

    /// A window that goes moves the focus and takes a last snapshot, when nobody counts any more.
    private void inBackground(Runnable task) {
        if (!background.isShutdown()) {
            background.execute(task);
        }
    }

    private void count(Snapshot snapshot) {
        CountJournal.Entry entry = journal().record(snapshot);
        remember(entry.tally());
        Map<Alert.Key, TopOwner> owners = new LinkedHashMap<>();
        for (Alert alert : entry.alerts().alerts()) {
            TopOwner.of(snapshot, alert.key()).ifPresent(owner -> owners.put(alert.key(), owner));
        }
        latest = new CountFrame(
                List.copyOf(recent),
                entry.alerts(),
                owners,
                journal().history(),
                snapshot.gaps().stream().filter(Gap::missesRows).toList(),
                journal().faults());
        frames.publish(latest);
        tell(entry.alerts(), owners);
    }

    /// Not over the lane, which keeps only the latest: news are told once.
    private void tell(AlertBoard board, Map<Alert.Key, TopOwner> owners) {
        List<News> news = board.news().stream()
                .map(change -> new News(
                        change, Optional.ofNullable(owners.get(change.alert().key()))))
                .toList();
        if (!news.isEmpty()) {
            fx.execute(() -> teller.accept(news));
        }
    }

    private void remember(Tally tally) {
        recent.addLast(tally);
        while (recent.size() > RECENT
                || Duration.between(recent.getFirst().time(), tally.time())
                                .abs()
                                .compareTo(OLDEST)
                        > 0) {
            recent.removeFirst();
        }
    }

    private CountJournal journal() {
        CountJournal open = journal;
        if (open == null) {
            open = opener.get();
            journal = open;
        }
        return open;
    }

    /// Writes the history.
    @Override
    public void close() {
        background.execute(() -> {
            if (journal != null) {
                journal.close();
            }
        });
        background.shutdown();
        try {
            if (!background.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
