package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.engine.ProcessEnder.Outcome;
import dev.porthole.engine.ProcessEnder.Waiting;
import dev.porthole.engine.ProcessEnder.Way;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Actor;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Refusal;
import dev.porthole.sockets.Sample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Background work is kept until the test lets it run; signals are written down instead of sent.
class EndViewModelTest {
    private static final ProcessRef MASTER = new ProcessRef(800, 4700L, "nginx", "root");
    private static final ProcessRef WORKER = new ProcessRef(812, 4711L, "nginx", "ann");

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final EndViewModel model = new EndViewModel(
            new EndCandidate.Possible(
                    new Sample()
                            .row(Protocol.TCP, SocketState.LISTEN, 0, 80, 0, 0, Sample.known(MASTER, WORKER))
                            .snapshot()
                            .entry(0),
                    List.of(MASTER, WORKER),
                    WORKER),
            new Actor(500, Set.of(), "ann", false),
            this::signal,
            background::add,
            Runnable::run);

    @Test
    void aProcessIsAskedFirst() {
        outcomes.add(Outcome.ENDED);
        model.act();

        assertEquals(new EndState.Waiting(Way.ASK), model.stateProperty().get());
        run();
        assertEquals(List.of("ASK 812"), sent);
        assertEquals(new EndState.Over(Outcome.ENDED), model.stateProperty().get());
    }

    @Test
    void forceComesOnlyWhenAskingDidNotHelpAndItIsWanted() {
        outcomes.addAll(List.of(Outcome.STILL_RUNS, Outcome.ENDED));
        model.act();
        run();

        assertEquals(new EndState.StillRuns(Way.ASK), model.stateProperty().get());
        assertEquals(List.of("ASK 812"), sent);
        model.act();
        run();
        assertEquals(List.of("ASK 812", "FORCE 812"), sent);
        assertEquals(new EndState.Over(Outcome.ENDED), model.stateProperty().get());
    }

    @Test
    void whatRunsOnEvenForcedIsNotTriedAgain() {
        outcomes.addAll(List.of(Outcome.STILL_RUNS, Outcome.STILL_RUNS));
        for (int time = 0; time < 3; time++) {
            model.act();
            run();
        }

        assertEquals(new EndState.StillRuns(Way.FORCE), model.stateProperty().get());
        assertEquals(List.of("ASK 812", "FORCE 812"), sent);
    }

    @ParameterizedTest
    @EnumSource(names = {"GONE", "LET_GO", "DENIED", "ENDED"})
    void afterAnyOtherOutcomeNothingMoreIsSent(Outcome outcome) {
        outcomes.add(outcome);
        model.act();
        run();
        model.act();

        assertEquals(new EndState.Over(outcome), model.stateProperty().get());
        assertEquals(1, sent.size());
        assertTrue(background.isEmpty());
    }

    @Test
    void aSecondPressWhileWaitingSendsNothing() {
        outcomes.add(Outcome.ENDED);
        model.act();
        model.act();

        assertEquals(1, background.size());
    }

    @Test
    void aProcessThatMayNotBeEndedIsNot() {
        model.chosenProperty().set(MASTER);
        model.act();

        assertEquals(Optional.of(Refusal.OTHER_USER), model.refusal());
        assertTrue(background.isEmpty());
        assertEquals(new EndState.Asking(), model.stateProperty().get());
    }

    @Test
    void givingUpEndsTheWaiting() {
        outcomes.add(Outcome.GIVEN_UP);
        model.act();
        model.giveUp();
        run();

        assertFalse(waitedOn);
        assertEquals(0.5, model.progressProperty().get());
    }

    private boolean waitedOn;

    private Outcome signal(ProcessRef process, Way way, Waiting waiting) {
        sent.add(way + " " + process.pid());
        waitedOn = waiting.goesOn(0.5);
        return outcomes.remove();
    }

    private void run() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
