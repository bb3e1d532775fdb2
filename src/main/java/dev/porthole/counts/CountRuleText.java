package dev.porthole.counts;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.threshold.InvalidRange;
import dev.porthole.threshold.Severity;
import dev.porthole.threshold.Thresholds;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A rule as one line, for the settings:
/// `name=x;types=tcp,tcp6;states=close_wait;measure=count;groups=sum;warn=10;crit=~:20;none=ok;need=3;of=5;margin=2`.
public final class CountRuleText {
    private CountRuleText() {}

    public static String write(CountRule rule) {
        CountRule.Judged judged = rule.judged();
        return String.join(
                ";",
                "name=" + escaped(rule.name()),
                "types=" + words(rule.scope().types()),
                "states=" + words(rule.scope().states()),
                "measure=" + word(rule.measure()),
                "groups=" + (judged.perGroup() ? "each" : "sum"),
                "warn=" + judged.thresholds().warning(),
                "crit=" + judged.thresholds().critical(),
                "none=" + word(judged.whenNone()),
                "need=" + rule.firmness().need(),
                "of=" + rule.firmness().of(),
                "margin=" + rule.firmness().margin());
    }

    /// Empty if it is no rule.
    public static Optional<CountRule> parse(String line) {
        Map<String, String> parts = new HashMap<>();
        for (String part : line.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                return Optional.empty();
            }
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        try {
            return Optional.of(rule(parts));
        } catch (IllegalArgumentException | InvalidRange notARule) {
            return Optional.empty();
        }
    }

    private static CountRule rule(Map<String, String> parts) throws InvalidRange {
        var judged = new CountRule.Judged(
                Thresholds.parse(part(parts, "warn"), part(parts, "crit")),
                part(parts, "groups").equals("each"),
                value(Severity.class, part(parts, "none")));
        return new CountRule(
                unescaped(part(parts, "name")),
                new CountScope(
                        values(Protocol.class, part(parts, "types")), values(SocketState.class, part(parts, "states"))),
                value(Measure.class, part(parts, "measure")),
                judged,
                new Firmness(
                        Integer.parseInt(part(parts, "need")),
                        Integer.parseInt(part(parts, "of")),
                        Double.parseDouble(part(parts, "margin"))));
    }

    private static String part(Map<String, String> parts, String name) {
        String value = parts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static <E extends Enum<E>> E value(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    private static <E extends Enum<E>> Set<E> values(Class<E> type, String words) {
        Set<E> values = EnumSet.noneOf(type);
        Arrays.stream(words.split(",", -1)).forEach(word -> values.add(value(type, word)));
        return values;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Set<? extends Enum<?>> values) {
        return values.stream().sorted().map(CountRuleText::word).collect(Collectors.joining(","));
    }

    private static String escaped(String name) {
        return name.replace("%", "%25").replace(";", "%3B").replace("\n", "%0A").replace("\r", "%0D");
    }

    private static String unescaped(String name) {
        return name.replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%3B", ";")
                .replace("%25", "%");
    }
}
