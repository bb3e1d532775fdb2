package dev.porthole.ui.datadog;

import dev.porthole.engine.CheckNews;
import dev.porthole.engine.DatadogFile;
import dev.porthole.engine.TcpChecks;
import dev.porthole.interchange.datadog.DatadogConfig;
import dev.porthole.interchange.yaml.InvalidDocument;
import dev.porthole.probe.Address;
import dev.porthole.ui.datadog.DatadogState.Loaded;
import dev.porthole.ui.datadog.DatadogState.Phase;
import dev.porthole.ui.datadog.DatadogState.Unreadable;
import dev.porthole.ui.kit.Lane;
import dev.porthole.ui.kit.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// The state of the screen of a Datadog file: which one, its rows, and the run.
final class DatadogViewModel {
    private final ReadOnlyObjectWrapper<DatadogState> state = new ReadOnlyObjectWrapper<>(new DatadogState.Empty());
    private final BooleanProperty repeat = new SimpleBooleanProperty();
    private final Executor background;
    private final Map<String, List<Address>> answers;
    private final Lane<Turn> toFx;
    private @Nullable TcpChecks checks;
    private int turn;
    private volatile boolean cancelled;

    /// What a file or run that was begun as number `turn` came to.
    private record Turn(int turn, DatadogState state) {}

    /// @param background runs one task after the other, each of which may wait long
    /// @param fx runs tasks on the FX thread
    /// @param answers for these hosts no resolver is asked
    DatadogViewModel(Executor background, Executor fx, Map<String, List<Address>> answers) {
        this.background = background;
        this.answers = answers;
        toFx = new Lane<>(fx, this::arrive);
    }

    ReadOnlyObjectProperty<DatadogState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether a run goes on, each instance in its `min_collection_interval`, until it is cancelled.
    BooleanProperty repeatProperty() {
        return repeat;
    }

    /// Reads a file in place of the one before, whose run is cancelled. Nobody is called.
    void open(String file) {
        take(file, () -> DatadogFile.read(file));
    }

    /// The same with a text that was pasted.
    void paste(String text) {
        take(Messages.text("datadog.pasted"), () -> DatadogFile.parse(text));
    }

    /// From a file that cannot be used to the one before, with what came of it.
    void goBack() {
        if (state.get() instanceof Unreadable(String _, String _, Loaded before) && before != null) {
            state.set(before);
        }
    }

    private interface Source {
        DatadogConfig read() throws InvalidDocument;
    }

    private void take(String file, Source source) {
        cancel();
        Loaded before = state.get().latest();
        int mine = ++turn;
        state.set(new DatadogState.Reading(file, before));
        background.execute(() -> toFx.publish(new Turn(mine, read(file, source, before))));
    }

    /// Starts anew, as the Agent would: names are looked up again.
    void run() {
        if (!(state.get() instanceof Loaded loaded) || loaded.isRunning() || !isRunnable(loaded.config())) {
            return;
        }
        int mine = ++turn;
        var started = new TcpChecks(loaded.config(), answers);
        var board = new CheckBoard(loaded.config());
        int times = repeat.get() ? Integer.MAX_VALUE : 1;
        checks = started;
        cancelled = false;
        Loaded running = loaded.with(board, Phase.RUNNING);
        state.set(running);
        background.execute(() -> {
            carryOut(started, times, news -> {
                board.accept(news);
                toFx.publish(new Turn(mine, running.with(board, Phase.RUNNING)));
            });
            Phase end = cancelled ? Phase.CANCELLED : Phase.ENDED;
            toFx.publish(new Turn(mine, running.with(board, end)));
        });
    }

    /// Stops what is under way; rows that have a result keep it.
    void cancel() {
        if (checks != null) {
            cancelled = true;
            checks.cancel();
        }
    }

    static boolean isRunnable(DatadogConfig config) {
        return !config.checks().isEmpty();
    }

    private static void carryOut(TcpChecks checks, int times, Consumer<CheckNews> told) {
        try (checks) {
            // Unlike `run` it tells results as they come, so that a slow instance holds up no other's row.
            checks.every(times, told);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static DatadogState read(String file, Source source, @Nullable Loaded before) {
        try {
            DatadogConfig config = source.read();
            var board = new CheckBoard(config);
            return new Loaded(file, config, board.rows(), 0, Phase.PREVIEW);
        } catch (InvalidDocument e) {
            return new Unreadable(file, e.sentence(), before);
        }
    }

    /// News of a file or run that another has replaced are dropped.
    private void arrive(Turn news) {
        if (news.turn() == turn) {
            state.set(news.state());
        }
    }
}
