package dev.porthole.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.porthole.engine.ProbeResult;
import dev.porthole.probe.Judge;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Trace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProbeViewModelTest {
    private final List<ProbeSpec> started = new ArrayList<>();
    private final List<Consumer<ProbeResult>> waiting = new ArrayList<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private int cancelled;
    private final ProbeViewModel model = new ProbeViewModel(this::start, fx::add);

    @Test
    void beforeTheFirstRunNobodyIsToldOff() {
        model.formProperty().set(form("", "x"));
        assertEquals(Map.of(), model.wrongProperty().get());
        assertEquals(new ProbeState.Idle(), model.stateProperty().get());
    }

    @Test
    void aWrongFormGivesSentencesAndStartsNothing() {
        model.formProperty().set(form("localhost", "x"));
        model.run();
        assertEquals(Set.of(ProbeField.PORT), model.wrongProperty().get().keySet());
        assertEquals(List.of(), started);
        assertEquals(new ProbeState.Idle(), model.stateProperty().get());
    }

    @Test
    void theSentencesGetFewerWithEachFieldThatIsMended() {
        model.formProperty().set(new ProbeForm("localhost", "x", false, true, "", "(", "", false, "10", "", ""));
        model.run();
        assertEquals(
                Set.of(ProbeField.PORT, ProbeField.EXPECT),
                model.wrongProperty().get().keySet());
        model.formProperty().set(form("localhost", "x"));
        assertEquals(Set.of(ProbeField.PORT), model.wrongProperty().get().keySet());
        model.formProperty().set(form("localhost", "22"));
        assertEquals(Map.of(), model.wrongProperty().get());
        assertEquals(List.of(), started);
    }

    @Test
    void aRightFormRunsAndItsResultIsShownOnTheFxThread() {
        run("22");
        assertEquals(
                new ProbeState.Running("localhost:22"), model.stateProperty().get());
        ProbeResult result = finish();
        assertInstanceOf(ProbeState.Running.class, model.stateProperty().get());
        fx.remove().run();
        assertEquals(new ProbeState.Done(result), model.stateProperty().get());
    }

    @Test
    void whileOneRunsAnotherIsNotStarted() {
        run("22");
        model.formProperty().set(form("localhost", "23"));
        model.run();
        assertEquals(1, started.size());
        assertEquals(
                new ProbeState.Running("localhost:22"), model.stateProperty().get());
    }

    @Test
    void afterTheEndTheNextOneIs() {
        run("22");
        finish();
        fx.remove().run();
        run("23");
        assertEquals(2, started.size());
        assertEquals(
                new ProbeState.Running("localhost:23"), model.stateProperty().get());
    }

    @Test
    void cancelReachesTheProbeAndItsResultIsStillShown() {
        run("22");
        model.cancel();
        assertEquals(1, cancelled);
        assertInstanceOf(ProbeState.Running.class, model.stateProperty().get());
        ProbeResult result = finish();
        fx.remove().run();
        assertEquals(new ProbeState.Done(result), model.stateProperty().get());
    }

    @Test
    void cancelWithoutARunDoesNothing() {
        model.cancel();
        run("22");
        finish();
        fx.remove().run();
        model.cancel();
        assertEquals(0, cancelled);
    }

    @Test
    void aProbeThatEndsBeforeStartReturnsIsDone() {
        ProbeViewModel immediate = new ProbeViewModel(
                (spec, whenDone) -> {
                    whenDone.accept(result(spec));
                    return () -> cancelled++;
                },
                Runnable::run);
        immediate.formProperty().set(form("localhost", "22"));
        immediate.run();
        assertInstanceOf(ProbeState.Done.class, immediate.stateProperty().get());
    }

    @Test
    void aFormThatBecomesWrongDuringARunLeavesTheRunAlone() {
        run("22");
        model.formProperty().set(form("", ""));
        assertEquals(Map.of(), model.wrongProperty().get());
        assertInstanceOf(ProbeState.Running.class, model.stateProperty().get());
    }

    @Test
    void aWrongFormAfterAResultKeepsTheResultOnScreen() {
        run("22");
        ProbeResult result = finish();
        fx.remove().run();
        run("x");
        assertEquals(new ProbeState.Done(result), model.stateProperty().get());
        assertEquals(Set.of(ProbeField.PORT), model.wrongProperty().get().keySet());
    }

    private Runnable start(ProbeSpec spec, Consumer<ProbeResult> whenDone) {
        started.add(spec);
        waiting.add(whenDone);
        return () -> cancelled++;
    }

    private void run(String port) {
        model.formProperty().set(form("localhost", port));
        model.run();
    }

    private ProbeResult finish() {
        ProbeResult result = result(started.getLast());
        waiting.getLast().accept(result);
        return result;
    }

    private static ProbeResult result(ProbeSpec spec) {
        Trace trace = new Trace(List.of());
        return new ProbeResult(spec, Instant.EPOCH, trace, Judge.judge(spec, trace));
    }

    private static ProbeForm form(String host, String port) {
        return new ProbeForm(host, port, false, true, "", "", "", false, "10", "", "");
    }
}
