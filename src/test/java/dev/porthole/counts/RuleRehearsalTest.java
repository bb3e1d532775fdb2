package dev.porthole.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.SocketState;
import dev.porthole.threshold.Range;
import dev.porthole.threshold.Severity;
import dev.porthole.threshold.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleRehearsalTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final CountHistory history = new CountHistory();

    @Test
    void eachTimeOverTheLimitIsAnAlertOfItsWorstSeverity() {
        remember(0, 6, 6, 0, 0, 6, 25, 6, 0, 30);
        RuleRehearsal rehearsal = rehearse(rule(Measure.COUNT, Firmness.AT_ONCE));
        assertEquals(new RuleRehearsal(1, 2, Severity.CRITICAL, Duration.ofSeconds(9)), rehearsal);
    }

    @Test
    void aRuleThatWantsToBeSureAlertsLessOften() {
        remember(0, 6, 0, 6, 0, 6, 6, 6, 0, 0);
        assertEquals(3, rehearse(rule(Measure.COUNT, Firmness.AT_ONCE)).warnings());
        assertEquals(1, rehearse(rule(Measure.COUNT, new Firmness(3, 3, 0))).warnings());
    }

    @Test
    void whatTheHistoryDoesNotHoldCannotBeRehearsed() {
        remember(1);
        assertTrue(RuleRehearsal.of(
                        rule(Measure.FULL_ACCEPT_QUEUES, Firmness.AT_ONCE), history, SystemLimits.UNKNOWN, START, START)
                .isEmpty());
        assertTrue(RuleRehearsal.of(
                        rule(Measure.OPEN_FILES_SHARE, Firmness.AT_ONCE), history, SystemLimits.UNKNOWN, START, START)
                .isEmpty());
    }

    @Test
    void anEmptyHistorySaysNothing() {
        assertEquals(
                Duration.ZERO, rehearse(rule(Measure.COUNT, Firmness.AT_ONCE)).past());
    }

    private RuleRehearsal rehearse(CountRule rule) {
        return RuleRehearsal.of(rule, history, SystemLimits.UNKNOWN, START, START.plusSeconds(100))
                .orElseThrow();
    }

    private void remember(int... counts) {
        for (int i = 0; i < counts.length; i++) {
            history.add(Counted.tally(START.plusSeconds(i), counts[i]));
        }
    }

    private static CountRule rule(Measure measure, Firmness firmness) {
        var thresholds = new Thresholds(new Range(0, 5, false), new Range(0, 20, false));
        return new CountRule(
                "test",
                CountScope.tcp(List.of(SocketState.CLOSE_WAIT)),
                measure,
                CountRule.Judged.sum(thresholds),
                firmness);
    }
}
