package dev.porthole.ui.counts;

import dev.porthole.counts.CountRule;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.Firmness;
import dev.porthole.counts.Measure;
import dev.porthole.counts.ReadyRules;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.report.RangeWords;
import dev.porthole.report.Words;
import dev.porthole.threshold.InvalidRange;
import dev.porthole.threshold.Range;
import dev.porthole.threshold.Severity;
import dev.porthole.threshold.Thresholds;
import dev.porthole.ui.kit.Messages;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rule editor's fields as typed, and what they come to.
///
/// @param thresholds the two ranges
/// @param firmness how sure the rule wants to be
record RuleForm(String name, Sockets sockets, Measure measure, Limits thresholds, Sureness firmness) {
    /// @param each each group by itself, not their sum
    record Sockets(Set<Protocol> types, Set<SocketState> states, boolean each) {
        Sockets {
            types = Set.copyOf(types);
            states = Set.copyOf(states);
        }
    }

    /// @param none how grave it is when there is none
    record Limits(String warning, String critical, Severity none) {}

    record Sureness(String need, String of, String margin) {}

    /// A field about which there may be something to say.
    enum Field {
        NAME,
        SOCKETS,
        WARNING,
        CRITICAL,
        FIRMNESS,
        MARGIN
    }

    /// @param rule empty if something is wrong
    /// @param wrong what is wrong with a field, and what to write
    /// @param meaning what a right field means
    record Checked(Optional<CountRule> rule, Map<Field, String> wrong, Map<Field, String> meaning) {}

    static RuleForm of(CountRule rule) {
        CountRule.Judged judged = rule.judged();
        return new RuleForm(
                AlertText.name(rule),
                new Sockets(rule.scope().types(), rule.scope().states(), judged.perGroup()),
                rule.measure(),
                new Limits(
                        typed(judged.thresholds().warning()),
                        typed(judged.thresholds().critical()),
                        judged.whenNone()),
                new Sureness(
                        Integer.toString(rule.firmness().need()),
                        Integer.toString(rule.firmness().of()),
                        plain(rule.firmness().margin())));
    }

    private static String typed(Range range) {
        return range.equals(Range.NONE) ? "" : range.toString();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /// @param taken the names of the other rules
    Checked check(Set<String> taken) {
        Map<Field, String> wrong = new EnumMap<>(Field.class);
        Map<Field, String> meaning = new EnumMap<>(Field.class);
        String key = key(name.strip());
        if (key.isEmpty()) {
            wrong.put(Field.NAME, Messages.text("counts.wrong.name"));
        } else if (taken.contains(key)) {
            wrong.put(Field.NAME, Messages.text("counts.wrong.name-taken"));
        }
        if (sockets.types().isEmpty() || sockets.states().isEmpty()) {
            wrong.put(Field.SOCKETS, Messages.text("counts.wrong.sockets"));
        }
        Range warning = range(thresholds.warning(), Field.WARNING, wrong, meaning);
        Range critical = range(thresholds.critical(), Field.CRITICAL, wrong, meaning);
        Firmness firm = firmness(wrong, meaning);
        if (!wrong.isEmpty() || warning == null || critical == null || firm == null) {
            return new Checked(Optional.empty(), wrong, meaning);
        }
        var judged = new CountRule.Judged(new Thresholds(warning, critical), sockets.each(), thresholds.none());
        var scope = new CountScope(sockets.types(), sockets.states());
        return new Checked(Optional.of(new CountRule(key, scope, measure, judged, firm)), wrong, meaning);
    }

    /// The name of a ready rule is a key of texts.
    private static String key(String typed) {
        return Arrays.stream(ReadyRules.values())
                .filter(ready -> Words.rule(ready).equals(typed))
                .map(ReadyRules::name)
                .findFirst()
                .orElse(typed);
    }

    private @Nullable Range range(String typed, Field field, Map<Field, String> wrong, Map<Field, String> meaning) {
        try {
            Range range = typed.isBlank() ? Range.NONE : Range.parse(typed.strip());
            meaning.put(field, RangeWords.of(range, measure != Measure.CHANGE_PER_MINUTE));
            return range;
        } catch (InvalidRange e) {
            wrong.put(field, Messages.text("counts.wrong.range", e.at() + 1, RangeWords.of(e)));
            return null;
        }
    }

    private @Nullable Firmness firmness(Map<Field, String> wrong, Map<Field, String> meaning) {
        double margin = margin();
        if (!(margin >= 0) || Double.isInfinite(margin)) {
            wrong.put(Field.MARGIN, Messages.text("counts.wrong.margin"));
        }
        try {
            int need = Integer.parseInt(firmness.need().strip());
            int of = Integer.parseInt(firmness.of().strip());
            Firmness firm = new Firmness(need, of, wrong.containsKey(Field.MARGIN) ? 0 : margin);
            meaning.put(Field.FIRMNESS, Messages.text(of == 1 ? "counts.firm.once" : "counts.firm", need, of));
            return firm;
        } catch (IllegalArgumentException e) {
            wrong.put(Field.FIRMNESS, Messages.text("counts.wrong.firmness", Firmness.MOST));
            return null;
        }
    }

    private double margin() {
        try {
            return firmness.margin().isBlank()
                    ? 0
                    : Double.parseDouble(firmness.margin().strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
