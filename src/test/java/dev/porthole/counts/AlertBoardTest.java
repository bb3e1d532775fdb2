package dev.porthole.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.threshold.InvalidRange;
import dev.porthole.threshold.Severity;
import dev.porthole.threshold.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A machine whose CLOSE_WAIT sockets are counted second by second.
class AlertBoardTest {
    private static final CountScope CLOSE_WAIT = CountScope.tcp(Set.of(SocketState.CLOSE_WAIT));
    private static final CountScope CELL = CountScope.of(Protocol.TCP, SocketState.CLOSE_WAIT);

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private AlertBoard board = AlertBoard.of(List.of());

    @Test
    void aValueOutsideItsRangeIsAnAlertSinceThen() throws InvalidRange {
        begin(rule("5", "10", Firmness.AT_ONCE));
        read(3);
        read(6);
        Instant since = now;
        read(7);

        Alert alert = only();
        assertEquals(Severity.WARNING, alert.severity());
        assertEquals(since, alert.since());
        assertEquals(7, alert.value());
        assertFalse(alert.acknowledged());
    }

    @Test
    void whatTheFirstReadingFindsIsListedAndNotTold() throws InvalidRange {
        begin(rule("5", "10", Firmness.AT_ONCE));
        read(50);

        assertEquals(Severity.CRITICAL, only().severity());
        assertEquals(List.of(), kinds());
        read(50);
        assertEquals(List.of(), kinds());
        read(1);
        assertEquals(List.of(AlertChange.Kind.ENDED), kinds());
    }

    @Test
    void enoughOfTheLastReadingsMustAgree() throws InvalidRange {
        begin(rule("5", "10", new Firmness(2, 3, 0)));
        read(6);
        assertEquals(List.of(), board.alerts());
        read(1);
        assertEquals(List.of(), board.alerts());
        read(11);
        assertEquals(Severity.WARNING, only().severity());
        read(11);
        assertEquals(Severity.CRITICAL, only().severity());
        read(1);
        read(1);
        assertEquals(List.of(), board.alerts());
    }

    @Test
    void aValueAtTheBoundDoesNotFlicker() throws InvalidRange {
        begin(rule("10", "none", new Firmness(1, 1, 3)));
        read(11);
        read(9);
        assertEquals(Severity.WARNING, only().severity());
        read(7);
        assertEquals(List.of(), board.alerts());
        read(9);
        assertEquals(List.of(), board.alerts());
    }

    @Test
    void newsThatComeCloseTogetherAreToldAtOnce() throws InvalidRange {
        begin(rule("5", "10", Firmness.AT_ONCE));
        read(0);
        read(6);
        assertEquals(List.of(AlertChange.Kind.RAISED), kinds());
        read(11);
        assertEquals(List.of(), kinds());
        read(6);
        assertEquals(List.of(), kinds());
        now = now.plus(AlertBoard.QUIET);
        read(6);
        assertEquals(List.of(AlertChange.Kind.BETTER), kinds());
    }

    @Test
    void anAlertThatCameAndWentInSilenceIsNoNews() throws InvalidRange {
        begin(rule("5", "10", Firmness.AT_ONCE));
        read(0);
        read(6);
        read(0);
        read(6);
        read(11);
        now = now.plus(AlertBoard.QUIET);
        read(0);

        assertEquals(List.of(AlertChange.Kind.ENDED), kinds());
        read(6);
        read(0);
        now = now.plus(AlertBoard.QUIET);
        read(0);
        assertEquals(List.of(), kinds());
    }

    @Test
    void whatIsAcknowledgedStaysSoUntilItGetsWorse() throws InvalidRange {
        begin(rule("5", "10", Firmness.AT_ONCE));
        read(6);
        board = board.acknowledge(only().key());
        read(7);
        assertTrue(only().acknowledged());
        read(11);
        assertFalse(only().acknowledged());
        board = board.acknowledge(only().key());
        read(6);
        assertTrue(only().acknowledged());
    }

    @Test
    void aLeakIsSeenByItsGrowthPerMinute() {
        begin(ReadyRules.CLOSE_WAIT_GROWS.rule());
        for (int second = 0; second <= 60; second++) {
            read(1000);
        }
        assertEquals(List.of(), board.alerts());
        for (int second = 1; second <= 15; second++) {
            read(1000 + second / 2);
        }
        assertEquals(List.of(), board.alerts());
        for (int second = 1; second <= 20; second++) {
            read(1007 + second);
        }
        assertEquals(Severity.WARNING, only().severity());
        for (int second = 1; second <= 60; second++) {
            read(1027 + second * 2);
        }
        assertEquals(Severity.CRITICAL, only().severity());
        assertEquals(120, only().value(), 1);
    }

    @Test
    void noneAtAllCanBeAnAlert() throws InvalidRange {
        begin(new CountRule(
                "listeners",
                CELL,
                Measure.COUNT,
                new CountRule.Judged(Thresholds.parse("none", "none"), true, Severity.CRITICAL),
                Firmness.AT_ONCE));
        read(1);
        assertEquals(List.of(), board.alerts());
        read(0);
        assertEquals(Severity.CRITICAL, only().severity());
    }

    @Test
    void groupsAreJudgedEachByItselfAndAbsentOnesPassedOver() throws InvalidRange {
        begin(new CountRule(
                "each",
                CountScope.ALL,
                Measure.COUNT,
                new CountRule.Judged(Thresholds.parse("2:5", "none"), true, Severity.OK),
                Firmness.AT_ONCE));
        read(6);

        assertEquals(CELL, only().key().scope());
    }

    @Test
    void whatCannotBeMeasuredIsNotJudged() throws InvalidRange {
        CountRule share = new CountRule(
                "share",
                CountScope.ALL,
                Measure.OPEN_FILES_SHARE,
                CountRule.Judged.sum(Thresholds.parse("@~:100", "none")),
                Firmness.AT_ONCE);
        begin(share);
        read(5);

        assertEquals(List.of(), board.alerts());
        assertTrue(board.value(new Alert.Key(share, CountScope.ALL)).isEmpty());
    }

    @Test
    void anIncompleteReadingChangesNothing() throws InvalidRange {
        begin(rule("5", "10", Firmness.AT_ONCE));
        read(6);
        board = board.next(new Tally(now, StateCounts.EMPTY, SystemLimits.UNKNOWN, false));

        assertEquals(Severity.WARNING, only().severity());
    }

    @Test
    void otherRulesKeepTheAlertsOfThoseThatStay() throws InvalidRange {
        CountRule stays = rule("5", "10", Firmness.AT_ONCE);
        begin(stays, ReadyRules.SYN_RECV_MANY.rule());
        read(6);
        board = board.with(List.of(stays));
        assertEquals(stays, only().key().rule());
        board = board.with(List.of());
        assertEquals(List.of(), board.alerts());
    }

    private void begin(CountRule... rules) {
        board = AlertBoard.of(List.of(rules));
    }

    private void read(int closeWait) {
        now = now.plus(Duration.ofSeconds(1));
        board = board.next(Counted.tally(now, closeWait));
    }

    private Alert only() {
        assertEquals(1, board.alerts().size());
        return board.alerts().getFirst();
    }

    private List<AlertChange.Kind> kinds() {
        return board.news().stream().map(AlertChange::kind).toList();
    }

    private static CountRule rule(String warning, String critical, Firmness firmness) throws InvalidRange {
        return new CountRule(
                "test", CLOSE_WAIT, Measure.COUNT, CountRule.Judged.sum(Thresholds.parse(warning, critical)), firmness);
    }
}
