package dev.porthole.counts;

import dev.porthole.net.SocketState;
import dev.porthole.threshold.Range;
import dev.porthole.threshold.Thresholds;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Rules for what leaks and runs out, with limits that a quiet server does not reach. Their names are keys of texts.
public enum ReadyRules {
    /// A program that does not close what the other side has closed.
    CLOSE_WAIT_GROWS,
    /// Outgoing connections that find no port.
    TIME_WAIT_SHARE,
    /// Handshakes that do not end: lost packets, or a flood.
    SYN_RECV_MANY,
    /// A program that does not accept.
    ACCEPT_QUEUE_FULL,
    /// The whole machine runs out of open files.
    OPEN_FILES;

    public static List<CountRule> all() {
        return Arrays.stream(values()).map(ReadyRules::rule).toList();
    }

    public CountRule rule() {
        return switch (this) {
            case CLOSE_WAIT_GROWS ->
                rule(Measure.CHANGE_PER_MINUTE, tcp(SocketState.CLOSE_WAIT), above(5, 30), new Firmness(10, 15, 2));
            case TIME_WAIT_SHARE ->
                rule(Measure.EPHEMERAL_SHARE, tcp(SocketState.TIME_WAIT), above(50, 80), new Firmness(3, 5, 5));
            case SYN_RECV_MANY ->
                rule(Measure.COUNT, tcp(SocketState.SYN_RECV), above(100, 1000), new Firmness(3, 5, 20));
            case ACCEPT_QUEUE_FULL ->
                rule(Measure.FULL_ACCEPT_QUEUES, tcp(SocketState.LISTEN), above(0, 5), new Firmness(3, 5, 0));
            case OPEN_FILES -> rule(Measure.OPEN_FILES_SHARE, withFiles(), above(70, 90), new Firmness(3, 5, 5));
        };
    }

    private CountRule rule(Measure measure, CountScope scope, Thresholds thresholds, Firmness firmness) {
        return new CountRule(name(), scope, measure, CountRule.Judged.sum(thresholds), firmness);
    }

    private static CountScope tcp(SocketState state) {
        return CountScope.tcp(Set.of(state));
    }

    /// Neither state has a file.
    private static CountScope withFiles() {
        return new CountScope(
                CountScope.ALL.types(), EnumSet.complementOf(EnumSet.of(SocketState.TIME_WAIT, SocketState.SYN_RECV)));
    }

    private static Thresholds above(double warning, double critical) {
        return new Thresholds(
                new Range(Double.NEGATIVE_INFINITY, warning, false),
                new Range(Double.NEGATIVE_INFINITY, critical, false));
    }
}
