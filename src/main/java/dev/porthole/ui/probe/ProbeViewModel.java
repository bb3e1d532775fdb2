package dev.porthole.ui.probe;

import dev.porthole.diagnosis.Finding;
import dev.porthole.engine.OtherPortPolicy;
import dev.porthole.engine.ProbeResult;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.ui.kit.Lane;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The state of the screen of the probe: the form, what is wrong with it, the run, and the series of runs.
final class ProbeViewModel {
    /// At most 20 probes a second, whatever is asked for.
    static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

    private final ObjectProperty<ProbeForm> form = new SimpleObjectProperty<>(ProbeForm.EMPTY);
    private final ReadOnlyObjectWrapper<Map<ProbeField, String>> wrong = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<ProbeState> state = new ReadOnlyObjectWrapper<>(new ProbeState.Idle());
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Duration> every = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty otherPorts = new SimpleBooleanProperty(true);
    private final RunHistory history = new RunHistory();
    private final Starter starter;
    private final BiFunction<Duration, Runnable, Runnable> later;
    private final Executor fx;
    private final Lane<ProbeResult> toFx;
    private @Nullable Runnable abort;
    private @Nullable Runnable nextOff;
    private boolean secret;
    /// The number of the run that was started last, of the one on screen, and of the last that was cancelled.
    private int begun;
    private int shown;
    private int cancelled;

    /// How a probe begins.
    interface Starter {
        /// Both consumers may be called on any thread.
        ///
        /// @param otherPorts whether other ports of a silent host may be called
        /// @param whenDone gets the result
        /// @param whenExplained gets the reasons after that, or is never called
        /// @return cancels the probe
        Runnable start(
                ProbeSpec spec,
                OtherPortPolicy otherPorts,
                Consumer<ProbeResult> whenDone,
                Consumer<List<Finding>> whenExplained);
    }

    /// @param later runs something on the FX thread after a while; what it returns calls that off
    /// @param fx runs tasks on the FX thread
    ProbeViewModel(Starter starter, BiFunction<Duration, Runnable, Runnable> later, Executor fx) {
        this.starter = starter;
        this.later = later;
        this.fx = fx;
        toFx = new Lane<>(fx, this::finish);
        form.addListener((_, _, _) -> revise());
    }

    ObjectProperty<ProbeForm> formProperty() {
        return form;
    }

    /// Whether other ports of a host that stays silent may be called. Belongs to the person, not to a form.
    BooleanProperty otherPortsProperty() {
        return otherPorts;
    }

    /// A sentence for each wrong field; filled by [#run], and shorter with each field that is mended.
    ReadOnlyObjectProperty<Map<ProbeField, String>> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ProbeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why the run that [#stateProperty] shows came out as it did; empty until that is known, and of a healthy one.
    ReadOnlyObjectProperty<List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
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
        run(OtherPortPolicy.CALL);
    }

    /// The next of a series: nobody knocks on the same doors each time.
    private void again() {
        run(OtherPortPolicy.CALL_ONCE);
    }

    private void run(OtherPortPolicy policy) {
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
                int run = ++begun;
                abort = starter.start(
                        spec,
                        otherPorts.get() ? policy : OtherPortPolicy.NEVER,
                        toFx::publish,
                        new Lane<List<Finding>>(fx, found -> explain(run, found))::publish);
            }
        }
    }

    /// Begins a series: as the form stands at each start, until [#cancel] or a wrong form ends it.
    void repeat(Duration interval) {
        endSeries();
        every.set(interval.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : interval);
        run();
    }

    /// Ends the probe that is under way, what is still to be found out about it, and the series.
    void cancel() {
        endSeries();
        cancelled = begun;
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
        shown = begun;
        findings.set(List.of());
        state.set(new ProbeState.Done(result, secret));
        Duration interval = every.get();
        if (interval != null) {
            Duration rest = interval.minus(result.trace().elapsed());
            nextOff = later.apply(rest.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : rest, this::again);
        }
    }

    private void explain(int run, List<Finding> found) {
        if (run == shown && run != cancelled) {
            findings.set(found);
        }
    }

    /// Once complained about, a form is read again at each change; before the first run nobody is told off.
    private void revise() {
        if (!wrong.get().isEmpty()) {
            wrong.set(form.get().read() instanceof ProbeForm.Result.Invalid(var sentences) ? sentences : Map.of());
        }
    }
}
