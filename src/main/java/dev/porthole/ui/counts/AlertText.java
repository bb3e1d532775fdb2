package dev.porthole.ui.counts;

import dev.porthole.counts.Alert;
import dev.porthole.counts.CountRule;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.Measure;
import dev.porthole.counts.ReadyRules;
import dev.porthole.counts.TopOwner;
import dev.porthole.net.Protocol;
import dev.porthole.net.SafeText;
import dev.porthole.net.SocketState;
import dev.porthole.report.RangeWords;
import dev.porthole.report.Words;
import dev.porthole.threshold.Range;
import dev.porthole.threshold.Severity;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.SeverityMark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Rules and alerts in words.
final class AlertText {
    private AlertText() {}

    /// What a rule is called.
    static String name(CountRule rule) {
        return ready(rule).map(Words::rule).orElse(rule.name());
    }

    /// The ready rule that this one was once.
    static Optional<ReadyRules> ready(CountRule rule) {
        return Arrays.stream(ReadyRules.values())
                .filter(ready -> ready.name().equals(rule.name()))
                .findFirst();
    }

    /// Which sockets it is about and when it alerts: `tcp CLOSE_WAIT: alerts above 5 (warning)`.
    static String summary(CountRule rule) {
        List<String> parts = new ArrayList<>();
        limit(rule, Severity.WARNING, rule.judged().thresholds().warning()).ifPresent(parts::add);
        limit(rule, Severity.CRITICAL, rule.judged().thresholds().critical()).ifPresent(parts::add);
        if (rule.judged().whenNone() != Severity.OK) {
            parts.add(Messages.text(
                    "counts.rule.none-is", SeverityMark.word(rule.judged().whenNone())));
        }
        String about = Messages.text("counts.measure." + rule.measure().name(), scope(rule.scope()));
        String each = rule.judged().perGroup() && rule.measure().hasScope() ? Messages.text("counts.rule.each") : "";
        return about + each + ": " + String.join("; ", parts);
    }

    private static Optional<String> limit(CountRule rule, Severity severity, Range range) {
        return range.equals(Range.NONE)
                ? Optional.empty()
                : Optional.of(RangeWords.of(range, rule.measure() != Measure.CHANGE_PER_MINUTE) + " ("
                        + SeverityMark.word(severity) + ")");
    }

    /// `tcp, tcp6 CLOSE_WAIT`, `all types ESTABLISHED, SYN_SENT`.
    static String scope(CountScope scope) {
        String types = scope.types().size() == Protocol.values().length
                ? Messages.text("counts.scope.types")
                : scope.types().stream().sorted().map(Protocol::word).collect(Collectors.joining(", "));
        return types + " " + states(scope);
    }

    private static String states(CountScope scope) {
        int all = SocketState.values().length;
        if (scope.states().size() == all) {
            return Messages.text("counts.scope.states");
        }
        if (scope.states().size() > all / 2) {
            return Messages.text(
                    "counts.scope.states.but",
                    Arrays.stream(SocketState.values())
                            .filter(state -> !scope.states().contains(state))
                            .map(SocketState::name)
                            .collect(Collectors.joining(", ")));
        }
        return scope.states().stream().sorted().map(SocketState::name).collect(Collectors.joining(", "));
    }

    /// What was measured last: `57 sockets`, `12.5 more per minute`.
    static String value(Alert alert) {
        return Messages.text(
                "counts.value." + alert.key().rule().measure().name(),
                number(alert.value()),
                scope(alert.key().scope()));
    }

    /// Whose sockets they are: `most are of python3 (pid 123): 57 of 60`; empty if that is not known.
    static String owner(Optional<TopOwner> owner) {
        return owner.map(most -> Messages.text(
                        "counts.owner",
                        SafeText.readable(String.valueOf(
                                most.process().name() == null
                                        ? "?"
                                        : most.process().name())),
                        Long.toString(most.process().pid()),
                        most.held(),
                        most.all()))
                .orElse("");
    }

    /// What became of an alert, in a line.
    static String news(News news) {
        Alert alert = news.change().alert();
        String what = Messages.text(
                "counts.news." + news.change().kind().name(),
                name(alert.key().rule()),
                SeverityMark.word(alert.severity()),
                value(alert));
        String owner = owner(news.owner());
        return owner.isEmpty() ? what : what + " " + owner;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
