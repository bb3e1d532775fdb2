package dev.porthole.ui.probe;

import dev.porthole.engine.ProbeResult;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.ui.kit.Lane;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The state of the screen of the probe: the form, what is wrong with it, and the run.
final class ProbeViewModel {
    private final ObjectProperty<ProbeForm> form = new SimpleObjectProperty<>(ProbeForm.EMPTY);
    private final ReadOnlyObjectWrapper<Map<ProbeField, String>> wrong = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<ProbeState> state = new ReadOnlyObjectWrapper<>(new ProbeState.Idle());
    private final BiFunction<ProbeSpec, Consumer<ProbeResult>, Runnable> starter;
    private final Lane<ProbeResult> toFx;
    private @Nullable Runnable abort;

    /// @param starter begins a probe and hands its result to the consumer, on any thread; what it returns cancels the
    ///     probe
    /// @param fx runs tasks on the FX thread
    ProbeViewModel(BiFunction<ProbeSpec, Consumer<ProbeResult>, Runnable> starter, Executor fx) {
        this.starter = starter;
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

    /// Starts the probe if the form is right and none is under way.
    void run() {
        if (state.get() instanceof ProbeState.Running) {
            return;
        }
        switch (form.get().read()) {
            case ProbeForm.Result.Invalid(Map<ProbeField, String> sentences) -> wrong.set(sentences);
            case ProbeForm.Result.Valid(ProbeSpec spec) -> {
                wrong.set(Map.of());
                state.set(new ProbeState.Running(spec.target().toString()));
                abort = starter.apply(spec, toFx::publish);
            }
        }
    }

    void cancel() {
        if (abort != null) {
            abort.run();
        }
    }

    private void finish(ProbeResult result) {
        abort = null;
        state.set(new ProbeState.Done(result));
    }

    /// Once complained about, a form is read again at each change; before the first run nobody is told off.
    private void revise() {
        if (!wrong.get().isEmpty()) {
            wrong.set(form.get().read() instanceof ProbeForm.Result.Invalid(var sentences) ? sentences : Map.of());
        }
    }
}
