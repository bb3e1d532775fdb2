package dev.porthole.ui.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.counts.Alert;
import dev.porthole.counts.AlertBoard;
import dev.porthole.counts.CountHistory;
import dev.porthole.counts.CountRule;
import dev.porthole.counts.CountRuleText;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.ReadyRules;
import dev.porthole.counts.Tallies;
import dev.porthole.counts.Tally;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.profile.Settings;
import dev.porthole.threshold.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsViewModelTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final CountScope CELL = CountScope.of(Protocol.TCP, SocketState.CLOSE_WAIT);
    private static final CountRule RULE = rule("Leak", "tcp,tcp6", "close_wait");

    private final List<List<CountRule>> judged = new ArrayList<>();
    private final List<Alert.Key> noted = new ArrayList<>();
    private final CountsViewModel model = new CountsViewModel(judged::add, noted::add);

    @Test
    void eachChangeOfTheRulesIsJudgedBy() {
        model.add(List.of(ReadyRules.SYN_RECV_MANY));
        model.save(null, RULE);
        assertEquals(List.of("SYN_RECV_MANY", "Leak"), names(judged.getLast()));
        model.save(RULE, rule("Leak 2", "tcp", "close_wait"));
        assertEquals(List.of("SYN_RECV_MANY", "Leak 2"), names(judged.getLast()));
        model.remove(model.rules().getFirst());
        assertEquals(List.of("Leak 2"), names(judged.getLast()));
    }

    @Test
    void aReadyRuleIsOfferedUntilItIsTaken() {
        assertEquals(5, model.offered().size());
        model.add(List.of(ReadyRules.OPEN_FILES));
        assertFalse(model.offered().contains(ReadyRules.OPEN_FILES));
    }

    @Test
    void rulesComeBackFromTheSettingsAndFewerRulesLeaveNoneBehind() {
        Settings two = RuleSettings.into(Settings.NONE, List.of(RULE, ReadyRules.OPEN_FILES.rule()));
        assertEquals(List.of(RULE, ReadyRules.OPEN_FILES.rule()), RuleSettings.from(two));
        assertEquals(List.of(RULE), RuleSettings.from(RuleSettings.into(two, List.of(RULE))));
        assertEquals(
                List.of(),
                RuleSettings.from(two.with("counts.rule.1", "nonsense").without("counts.rule.2")));
    }

    @Test
    void theStateOfAnAlertIsMarked() {
        assertEquals(Map.of(), model.severities());
        model.accept(frame(RULE, 8));
        assertEquals(Map.of(SocketState.CLOSE_WAIT, Severity.WARNING), model.severities());
        model.acknowledge(model.alerts().getFirst());
        assertEquals(List.of(new Alert.Key(RULE, RULE.scope())), noted);
    }

    @Test
    void theChartShowsTheCellAtHandBesideWhatWasChosen() {
        assertEquals(List.of(CountScope.ALL), model.lines());
        model.selectedProperty().set(CELL);
        assertEquals(List.of(CELL), model.lines());
        model.toggleCharted(CountScope.ALL);
        assertEquals(List.of(CountScope.ALL, CELL), model.lines());
        model.toggleCharted(CountScope.ALL);
        assertEquals(List.of(CELL), model.lines());
    }

    @Test
    void whatIsChosenTooManyTakesThePlaceOfTheOldest() {
        for (SocketState state : List.of(SocketState.values()).subList(0, 7)) {
            model.toggleCharted(CountScope.of(Protocol.TCP, state));
        }
        assertEquals(CountsViewModel.MOST_CHARTED, model.charted().size());
        assertFalse(model.charted().contains(CountScope.of(Protocol.TCP, SocketState.ESTABLISHED)));
    }

    @Test
    void aRuleMarksTheCellsThatHaveSocketsAndTheirTotal() {
        CountFrame frame = frame(RULE, 30);
        assertEquals(Severity.CRITICAL, Matrix.severity(CELL, frame.latest(), frame.alerts()));
        assertEquals(
                Severity.OK,
                Matrix.severity(CountScope.of(Protocol.TCP6, SocketState.CLOSE_WAIT), frame.latest(), frame.alerts()));
        assertEquals(
                Severity.CRITICAL,
                Matrix.severity(Matrix.row(SocketState.CLOSE_WAIT).getLast(), frame.latest(), frame.alerts()));
        assertEquals(Severity.OK, Matrix.severity(CountScope.ALL, frame.latest(), frame.alerts()));
    }

    @Test
    void aRuleAboutManyStatesMarksOnlyTheWhole() {
        CountFrame frame = frame(rule("All", "tcp,tcp6", "close_wait,established,listen,time_wait"), 30);
        assertEquals(Severity.OK, Matrix.severity(CELL, frame.latest(), frame.alerts()));
        assertEquals(Severity.CRITICAL, Matrix.severity(CountScope.ALL, frame.latest(), frame.alerts()));
    }

    @Test
    void aLineHasAGapWhereNothingWasRead() {
        List<Tally> tallies = List.of(
                Tallies.closeWait(NOW, 3),
                Tallies.closeWait(NOW.plusSeconds(1), 4),
                Tallies.closeWait(NOW.plusSeconds(20), 5));
        float[] course = Matrix.course(CELL, tallies);
        assertEquals(4, course.length);
        assertTrue(Float.isNaN(course[2]));
        assertEquals(5, course[3]);
    }

    private static CountFrame frame(CountRule rule, int closeWait) {
        Tally tally = Tallies.closeWait(NOW, closeWait);
        AlertBoard board = AlertBoard.of(List.of(rule)).next(tally);
        return new CountFrame(List.of(tally), board, Map.of(), new CountHistory(), List.of(), List.of());
    }

    private static CountRule rule(String name, String types, String states) {
        return CountRuleText.parse("name=" + name + ";types=" + types + ";states=" + states
                        + ";measure=count;groups=sum;warn=5;crit=20;none=ok;need=1;of=1;margin=0")
                .orElseThrow();
    }

    private static List<String> names(List<CountRule> rules) {
        return rules.stream().map(CountRule::name).toList();
    }
}
