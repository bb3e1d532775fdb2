package dev.porthole.ui.probe;

import dev.porthole.engine.ProbeResult;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.ui.kit.Lane;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The state of the screen of the probe: the form, what is wrong with it, the run, and the series of runs.
final class ProbeViewModel {
    /// At most 20 probes a second, whatever is asked for.
    static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

    private final ObjectProperty<ProbeForm> form = new SimpleObjectProperty<>(ProbeForm.EMPTY);
    private final ReadOnlyObjectWrapper<Map<ProbeField, String>> wrong = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<ProbeState> state = new ReadOnlyObjectWrapper<>(new ProbeState.Idle());
    private final ReadOnlyObjectWrapper<@Nullable Duration> every = new ReadOnlyObjectWrapper<>();
    private final RunHistory history = new RunHistory();
    private final BiFunction<ProbeSpec, Consumer<ProbeResult>, Runnable> starter;
    private final BiFunction<Duration, Runnable, Runnable> later;
    private final Lane<ProbeResult> toFx;
    private @Nullable Runnable abort;
    private @Nullable Runnable nextOff;
    private boolean secret;

    /// @param starter begins a probe and hands its result to the consumer, on any thread; what it returns cancels the
    ///     probe
    /// @param later runs something on the FX thread after a while; what it returns calls that off
    /// @param fx runs tasks on the FX thread
    ProbeViewModel(
            BiFunction<ProbeSpec, Consumer<ProbeResult>, Runnable> starter,
            BiFunction<Duration, Runnable, Runnable> later,
            Executor fx) {
        this.starter = starter;
        this.later = later;
        toFx = new Lane<>(fx, this::finish);
        form.addListener((_, _, _) -> revise());
    }

    ObjectProperty<ProbeForm> formProperty() {
        return form;
    }

    /// A sentence for each wrong field; filled by [#run], and shorter with each field that is mended.
    ReadOnlyObjectProperty<Map<ProbeField, String>> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ProbeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The time from one start to the next while a series runs, else null.
    ReadOnlyObjectProperty<@Nullable Duration> everyProperty() {
        return every.getReadOnlyProperty();
    }

    RunHistory history() {
        return history;
    }

    /// Starts the probe if the form is right and none is under way.
    void run() {
        if (state.get() instanceof ProbeState.Running) {
            return;
        }
        switch (form.get().read()) {
            case ProbeForm.Result.Invalid(Map<ProbeField, String> sentences) -> {
                wrong.set(sentences);
                endSeries();
            }
            case ProbeForm.Result.Valid(ProbeSpec spec) -> {
                wrong.set(Map.of());
                secret = Secrets.hides(form.get());
                state.set(new ProbeState.Running(spec.target().toString(), every.get() != null));
                abort = starter.apply(spec, toFx::publish);
            }
        }
    }

    /// Begins a series: as the form stands at each start, until [#cancel] or a wrong form ends it.
    void repeat(Duration interval) {
        endSeries();
        every.set(interval.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : interval);
        run();
    }

    /// Ends the probe that is under way, and the series.
    void cancel() {
        endSeries();
        if (abort != null) {
            abort.run();
        }
    }

    private void endSeries() {
        every.set(null);
        if (nextOff != null) {
            nextOff.run();
            nextOff = null;
        }
    }

    private void finish(ProbeResult result) {
        abort = null;
        history.add(result);
        state.set(new ProbeState.Done(result, secret));
        Duration interval = every.get();
        if (interval != null) {
            Duration rest = interval.minus(result.trace().elapsed());
            nextOff = later.apply(rest.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : rest, this::run);
        }
    }

    /// Once complained about, a form is read again at each change; before the first run nobody is told off.
    private void revise() {
        if (!wrong.get().isEmpty()) {
            wrong.set(form.get().read() instanceof ProbeForm.Result.Invalid(var sentences) ? sentences : Map.of());
        }
    }
}
