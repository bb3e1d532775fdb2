package dev.porthole.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.porthole.diagnosis.Finding;
import dev.porthole.engine.OtherPortPolicy;
import dev.porthole.engine.ProbeResult;
import dev.porthole.probe.Judge;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Target;
import dev.porthole.probe.Trace;
import java.time.Duration;
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
    private static final List<Finding> FIRST = List.of(Finding.proven("first", "The first"));
    private static final List<Finding> SECOND = List.of(Finding.proven("second", "The second"));

    private final List<OtherPortPolicy> policies = new ArrayList<>();
    private final List<ProbeSpec> started = new ArrayList<>();
    private final List<Consumer<ProbeResult>> waiting = new ArrayList<>();
    private final List<Consumer<List<Finding>>> wondering = new ArrayList<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<Runnable> next = new ArrayList<>();
    private int cancelled;
    private int calledOff;
    private final ProbeViewModel model = new ProbeViewModel(this::start, this::later, fx::add);

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
        model.formProperty().set(form("localhost", "x").with(ProbeField.EXPECT, "("));
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
                new ProbeState.Running("localhost:22", false),
                model.stateProperty().get());
        ProbeResult result = finish();
        assertInstanceOf(ProbeState.Running.class, model.stateProperty().get());
        fx.remove().run();
        assertEquals(new ProbeState.Done(result, false), model.stateProperty().get());
    }

    @Test
    void whileOneRunsAnotherIsNotStarted() {
        run("22");
        model.formProperty().set(form("localhost", "23"));
        model.run();
        assertEquals(1, started.size());
        assertEquals(
                new ProbeState.Running("localhost:22", false),
                model.stateProperty().get());
    }

    @Test
    void afterTheEndTheNextOneIs() {
        run("22");
        finish();
        fx.remove().run();
        run("23");
        assertEquals(2, started.size());
        assertEquals(
                new ProbeState.Running("localhost:23", false),
                model.stateProperty().get());
    }

    @Test
    void cancelReachesTheProbeAndItsResultIsStillShown() {
        run("22");
        model.cancel();
        assertEquals(1, cancelled);
        assertInstanceOf(ProbeState.Running.class, model.stateProperty().get());
        ProbeResult result = finish();
        fx.remove().run();
        assertEquals(new ProbeState.Done(result, false), model.stateProperty().get());
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
                (spec, _, whenDone, _) -> {
                    whenDone.accept(result(spec));
                    return () -> cancelled++;
                },
                this::later,
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
        assertEquals(new ProbeState.Done(result, false), model.stateProperty().get());
        assertEquals(Set.of(ProbeField.PORT), model.wrongProperty().get().keySet());
    }

    @Test
    void aSeriesGoesOnUntilItIsCancelled() {
        model.formProperty().set(form("localhost", "22"));
        model.repeat(Duration.ofSeconds(5));
        end();
        assertEquals(List.of(Duration.ofSeconds(5)), pauses);
        next.getFirst().run();
        assertEquals(2, started.size());
        assertEquals(
                new ProbeState.Running("localhost:22", true),
                model.stateProperty().get());
        end();
        model.cancel();
        assertEquals(1, calledOff);
        assertNull(model.everyProperty().get());
        assertEquals(2, model.history().runs().size());
    }

    @Test
    void nobodyIsCalledMoreThanTwentyTimesASecond() {
        model.formProperty().set(form("localhost", "22"));
        model.repeat(Duration.ofMillis(1));
        end();
        assertEquals(List.of(Duration.ofMillis(50)), pauses);
    }

    @Test
    void aFormThatBecomesWrongEndsTheSeries() {
        model.formProperty().set(form("localhost", "22"));
        model.repeat(Duration.ofSeconds(1));
        end();
        model.formProperty().set(form("localhost", "x"));
        next.getFirst().run();
        assertNull(model.everyProperty().get());
        assertEquals(Set.of(ProbeField.PORT), model.wrongProperty().get().keySet());
    }

    @Test
    void inASeriesOtherPortsAreCalledOnceAndNotAtAllWhereThatIsSwitchedOff() {
        model.formProperty().set(form("localhost", "22"));
        model.repeat(Duration.ofSeconds(1));
        end();
        next.getLast().run();
        end();
        model.otherPortsProperty().set(false);
        next.getLast().run();
        assertEquals(List.of(OtherPortPolicy.CALL, OtherPortPolicy.CALL_ONCE, OtherPortPolicy.NEVER), policies);
    }

    @Test
    void theHistoryIsBoundedAndTheNewestStandsFirst() {
        RunHistory history = new RunHistory();
        ProbeResult result = result(new ProbeSpec(
                new Target.Unix("x"),
                null,
                List.of(),
                ProbeSpec.Limits.total(Duration.ofSeconds(1)),
                SlowerThan.NEVER));
        for (int run = 0; run < RunHistory.MOST + 2; run++) {
            history.add(result);
        }
        assertEquals(RunHistory.MOST, history.runs().size());
        assertEquals(RunHistory.MOST + 2, history.runs().getFirst().number());
    }

    @Test
    void aSecretIsMarkedAtItsResult() {
        model.formProperty().set(form("localhost", "22").with(ProbeField.SEND, "PASS x"));
        model.run();
        ProbeResult result = finish();
        fx.remove().run();
        assertEquals(new ProbeState.Done(result, true), model.stateProperty().get());
    }

    @Test
    void theVerdictDoesNotWaitForTheFindings() {
        run("22");
        end();
        assertInstanceOf(ProbeState.Done.class, model.stateProperty().get());
        assertEquals(List.of(), model.findingsProperty().get());
        explain(0, FIRST);
        assertEquals(FIRST, model.findingsProperty().get());
    }

    @Test
    void aResultThatComesTakesTheFindingsOfTheOneBeforeAway() {
        run("22");
        end();
        explain(0, FIRST);
        run("23");
        end();
        assertEquals(List.of(), model.findingsProperty().get());
    }

    @Test
    void findingsOfAnEarlierRunAreNotShownOnANewerResult() {
        run("22");
        end();
        run("23");
        end();
        explain(1, SECOND);
        explain(0, FIRST);
        assertEquals(SECOND, model.findingsProperty().get());
    }

    @Test
    void ofTwoThatAreOnTheirWayTheOneOfTheResultOnScreenIsShown() {
        run("22");
        end();
        run("23");
        end();
        wondering.get(1).accept(SECOND);
        wondering.get(0).accept(FIRST);
        fx.remove().run();
        fx.remove().run();
        assertEquals(SECOND, model.findingsProperty().get());
    }

    @Test
    void aCancelEndsTheProbeAndItsFindings() {
        run("22");
        model.cancel();
        end();
        explain(0, FIRST);
        assertEquals(List.of(), model.findingsProperty().get());
    }

    @Test
    void aCancelBetweenResultAndFindingsEndsThem() {
        run("22");
        end();
        model.cancel();
        explain(0, FIRST);
        assertEquals(List.of(), model.findingsProperty().get());
    }

    private void explain(int run, List<Finding> findings) {
        wondering.get(run).accept(findings);
        fx.remove().run();
    }

    private void end() {
        finish();
        fx.remove().run();
    }

    private Runnable later(Duration pause, Runnable action) {
        pauses.add(pause);
        next.add(action);
        return () -> calledOff++;
    }

    private Runnable start(
            ProbeSpec spec,
            OtherPortPolicy otherPorts,
            Consumer<ProbeResult> whenDone,
            Consumer<List<Finding>> whenExplained) {
        policies.add(otherPorts);
        started.add(spec);
        wondering.add(whenExplained);
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
        return ProbeForm.EMPTY.with(ProbeField.HOST, host).with(ProbeField.PORT, port);
    }
}
