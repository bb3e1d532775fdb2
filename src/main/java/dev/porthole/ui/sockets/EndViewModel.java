package dev.porthole.ui.sockets;

import dev.porthole.engine.ProcessEnder.Outcome;
import dev.porthole.engine.ProcessEnder.Waiting;
import dev.porthole.engine.ProcessEnder.Way;
import dev.porthole.sockets.Actor;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Refusal;
import dev.porthole.ui.kit.Lane;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The state of the dialog that ends a process: asked first, forced only when that did not help and the user says so.
/// All methods are for the FX thread.
final class EndViewModel {
    private final Actor actor;
    private final Signals signals;
    private final Executor background;
    private final ObjectProperty<ProcessRef> chosen;
    private final ReadOnlyObjectWrapper<EndState> state = new ReadOnlyObjectWrapper<>(new EndState.Asking());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final Lane<Double> partToFx;
    private final Lane<Outcome> outcomeToFx;
    private volatile boolean givenUp;

    /// @param background may be kept waiting
    EndViewModel(EndCandidate.Possible candidate, Actor actor, Signals signals, Executor background, Executor fx) {
        this.actor = actor;
        this.signals = signals;
        this.background = background;
        chosen = new SimpleObjectProperty<>(candidate.first());
        partToFx = new Lane<>(fx, progress::set);
        outcomeToFx = new Lane<>(fx, this::accept);
    }

    /// Tells a process to end, and waits.
    @FunctionalInterface
    interface Signals {
        Outcome end(ProcessRef process, Way way, Waiting waiting) throws InterruptedException;
    }

    /// Which of the processes that hold the socket.
    ObjectProperty<ProcessRef> chosenProperty() {
        return chosen;
    }

    ReadOnlyObjectProperty<EndState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The part of the patience that is used up, 0 to 1.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    Optional<Refusal> refusal() {
        return actor.refusal(chosen.get());
    }

    /// The next step: ask, and when that did not help, force.
    void act() {
        switch (state.get()) {
            case EndState.Asking() when refusal().isEmpty() -> tell(Way.ASK);
            case EndState.StillRuns(Way way) when way == Way.ASK -> tell(Way.FORCE);
            default -> {}
        }
    }

    /// No more waiting; what was sent stays sent.
    void giveUp() {
        givenUp = true;
    }

    private void tell(Way way) {
        ProcessRef process = chosen.get();
        progress.set(0);
        state.set(new EndState.Waiting(way));
        background.execute(() -> outcomeToFx.publish(outcome(process, way)));
    }

    private Outcome outcome(ProcessRef process, Way way) {
        try {
            return signals.end(process, way, part -> {
                partToFx.publish(part);
                return !givenUp;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.GIVEN_UP;
        }
    }

    private void accept(Outcome outcome) {
        if (outcome == Outcome.STILL_RUNS && state.get() instanceof EndState.Waiting(Way way)) {
            state.set(new EndState.StillRuns(way));
        } else {
            state.set(new EndState.Over(outcome));
        }
    }
}
