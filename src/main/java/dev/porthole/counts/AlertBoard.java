package dev.porthole.counts;

import dev.porthole.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The alerts of a list of rules: a state machine that each tally takes one step on. Immutable. What the first reading
/// finds is listed and not told as news; news that come close together are told at once.
public final class AlertBoard {
    /// At most one telling in this time.
    public static final Duration QUIET = Duration.ofSeconds(30);

    private final List<CountRule> rules;
    private final Map<Alert.Key, RuleState> states;
    private final Map<Alert.Key, Alert> alerts;
    private final Map<Alert.Key, AlertChange> untold;
    private final List<AlertChange> news;
    private final @Nullable Instant told;

    private AlertBoard(
            List<CountRule> rules, Map<Alert.Key, RuleState> states, Map<Alert.Key, Alert> alerts, Telling telling) {
        this.rules = rules;
        this.states = states;
        this.alerts = alerts;
        untold = telling.untold;
        news = telling.news;
        told = telling.told;
    }

    private record Telling(
            Map<Alert.Key, AlertChange> untold,
            List<AlertChange> news,
            @Nullable Instant told) {}

    public static AlertBoard of(List<CountRule> rules) {
        return new AlertBoard(List.copyOf(rules), Map.of(), Map.of(), new Telling(Map.of(), List.of(), null));
    }

    /// With other rules; what the rules that stay know is kept.
    public AlertBoard with(List<CountRule> others) {
        return new AlertBoard(
                List.copyOf(others),
                kept(states, others),
                kept(alerts, others),
                new Telling(kept(untold, others), List.of(), told));
    }

    private static <V> Map<Alert.Key, V> kept(Map<Alert.Key, V> all, List<CountRule> rules) {
        Map<Alert.Key, V> kept = new LinkedHashMap<>(all);
        kept.keySet().removeIf(key -> !rules.contains(key.rule()));
        return kept;
    }

    /// One step. A tally that is not complete changes nothing.
    public AlertBoard next(Tally tally) {
        if (!tally.complete()) {
            return new AlertBoard(rules, states, alerts, new Telling(untold, List.of(), told));
        }
        boolean first = states.isEmpty();
        Map<Alert.Key, RuleState> nextStates = new HashMap<>();
        Map<Alert.Key, Alert> nextAlerts = new LinkedHashMap<>();
        Map<Alert.Key, AlertChange> changes = new LinkedHashMap<>(untold);
        for (CountRule rule : rules) {
            rule.values(tally).forEach((scope, number) -> {
                var key = new Alert.Key(rule, scope);
                RuleState state = states.getOrDefault(key, RuleState.NEW).next(rule, tally.time(), number);
                nextStates.put(key, state);
                Alert alert = alert(key, state, tally.time());
                if (alert != null) {
                    nextAlerts.put(key, alert);
                }
                note(changes, alerts.get(key), alert);
            });
        }
        Telling telling = first ? new Telling(Map.of(), List.of(), told) : telling(changes, tally.time());
        return new AlertBoard(rules, nextStates, nextAlerts, telling);
    }

    private @Nullable Alert alert(Alert.Key key, RuleState state, Instant time) {
        Severity severity = state.severity(key.rule().firmness());
        Alert before = alerts.get(key);
        if (severity == Severity.OK) {
            return null;
        }
        double value = state.value().orElse(before == null ? 0 : before.value());
        return before == null ? new Alert(key, severity, time, value, false) : before.now(severity, value);
    }

    private static void note(Map<Alert.Key, AlertChange> changes, @Nullable Alert before, @Nullable Alert after) {
        if (before == null && after != null) {
            AlertChange ended = changes.remove(after.key());
            if (ended == null) {
                changes.put(after.key(), new AlertChange(AlertChange.Kind.RAISED, after));
            } else if (ended.alert().severity() != after.severity()) {
                changes.put(after.key(), changed(after));
            }
        } else if (before != null && after == null) {
            AlertChange waiting = changes.remove(before.key());
            if (waiting == null || waiting.kind() != AlertChange.Kind.RAISED) {
                changes.put(before.key(), new AlertChange(AlertChange.Kind.ENDED, before));
            }
        } else if (before != null && after != null && before.severity() != after.severity()) {
            AlertChange waiting = changes.get(after.key());
            boolean raised = waiting != null && waiting.kind() == AlertChange.Kind.RAISED;
            changes.put(after.key(), raised ? new AlertChange(AlertChange.Kind.RAISED, after) : changed(after));
        }
    }

    private static AlertChange changed(Alert after) {
        boolean worse = after.severity() == Severity.CRITICAL;
        return new AlertChange(worse ? AlertChange.Kind.WORSE : AlertChange.Kind.BETTER, after);
    }

    private Telling telling(Map<Alert.Key, AlertChange> changes, Instant time) {
        boolean due = told == null || !time.isBefore(told.plus(QUIET)) || time.isBefore(told);
        return changes.isEmpty() || !due
                ? new Telling(changes, List.of(), told)
                : new Telling(Map.of(), List.copyOf(changes.values()), time);
    }

    /// A person has taken note.
    public AlertBoard acknowledge(Alert.Key key) {
        Map<Alert.Key, Alert> noted = new LinkedHashMap<>(alerts);
        noted.computeIfPresent(key, (_, alert) -> alert.noted());
        return new AlertBoard(rules, states, noted, new Telling(untold, List.of(), told));
    }

    /// What is wrong now: the gravest first, then the oldest.
    public List<Alert> alerts() {
        return alerts.values().stream()
                .sorted(Comparator.comparingInt(
                                (Alert alert) -> -alert.severity().exitCode())
                        .thenComparing(Alert::since))
                .toList();
    }

    /// How grave a group of a rule is now.
    public Severity severity(Alert.Key key) {
        Alert alert = alerts.get(key);
        return alert == null ? Severity.OK : alert.severity();
    }

    /// What the rule measured last of this group; empty if it could not, or not yet.
    public OptionalDouble value(Alert.Key key) {
        return states.getOrDefault(key, RuleState.NEW).value();
    }

    /// To be told with this very step; mostly empty.
    public List<AlertChange> news() {
        return news;
    }

    public List<CountRule> rules() {
        return rules;
    }
}
