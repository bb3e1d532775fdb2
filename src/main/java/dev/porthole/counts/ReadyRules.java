package dev.porthole.counts;

import dev.porthole.net.SocketState;
import dev.porthole.threshold.Range;
import dev.porthole.threshold.Severity;
import dev.porthole.threshold.Thresholds;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Rules for what leaks and runs out, with limits that a quiet server does not reach. Their names are keys of texts.
public enum ReadyRules {
    /// A program that does not close what the other side has closed.
    CLOSE_WAIT_GROWS(
            Measure.CHANGE_PER_MINUTE, EnumSet.of(SocketState.CLOSE_WAIT), above(5, 30), new Firmness(10, 15, 2)),
    /// Outgoing connections that find no port.
    TIME_WAIT_SHARE(Measure.EPHEMERAL_SHARE, EnumSet.of(SocketState.TIME_WAIT), above(50, 80), new Firmness(3, 5, 5)),
    /// Handshakes that do not end: lost packets, or a flood.
    SYN_RECV_MANY(Measure.COUNT, EnumSet.of(SocketState.SYN_RECV), above(100, 1000), new Firmness(3, 5, 20)),
    /// A program that does not accept.
    ACCEPT_QUEUE_FULL(Measure.FULL_ACCEPT_QUEUES, EnumSet.of(SocketState.LISTEN), above(0, 5), new Firmness(3, 5, 0)),
    /// The whole machine runs out of open files.
    OPEN_FILES(
            Measure.OPEN_FILES_SHARE,
            EnumSet.complementOf(EnumSet.of(SocketState.TIME_WAIT, SocketState.SYN_RECV)),
            above(70, 90),
            new Firmness(3, 5, 5));

    private final CountRule rule;

    ReadyRules(Measure measure, Set<SocketState> states, Thresholds thresholds, Firmness firmness) {
        CountScope scope = measure == Measure.OPEN_FILES_SHARE
                ? new CountScope(CountScope.ALL.types(), states)
                : CountScope.tcp(states);
        rule = new CountRule(name(), scope, measure, new CountRule.Judged(thresholds, false, Severity.OK), firmness);
    }

    public static List<CountRule> all() {
        return Arrays.stream(values()).map(ReadyRules::rule).toList();
    }

    public CountRule rule() {
        return rule;
    }

    private static Thresholds above(double warning, double critical) {
        return new Thresholds(
                new Range(Double.NEGATIVE_INFINITY, warning, false),
                new Range(Double.NEGATIVE_INFINITY, critical, false));
    }
}
