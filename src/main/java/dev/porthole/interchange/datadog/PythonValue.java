package dev.porthole.interchange.datadog;

import dev.porthole.interchange.yaml.YamlNode;
import dev.porthole.interchange.yaml.YamlNode.Mapping;
import dev.porthole.interchange.yaml.YamlNode.Scalar;
import dev.porthole.interchange.yaml.YamlNode.Sequence;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a value of the file is in the check: plain texts typed as the Agent's YAML 1.1 does, then seen with Python's
/// `bool()`, `int()`, `float()` and `str()`. An absent value is `None`.
final class PythonValue {
    private static final Set<String> NULL = Set.of("", "~", "null");
    private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");
    private static final Set<String> FALSE = Set.of("n", "no", "false", "off");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern BASED = Pattern.compile("[-+]?0(?:x[0-9a-f]{1,15}|b[01]{1,60}|o?[0-7]{1,20})");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,4})?");
    private static final int LONGEST = 60;

    private enum Type {
        NULL,
        BOOL,
        INT,
        FLOAT,
        TEXT,
        LIST,
        DICT
    }

    private PythonValue() {}

    /// `isinstance(value, str)`.
    static Optional<String> string(@Nullable YamlNode node) {
        return type(node) == Type.TEXT && node instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    /// `if value:`, by which every text but the empty one is true, `"false"` too.
    static boolean isTrue(@Nullable YamlNode node) {
        return switch (type(node)) {
            case NULL -> false;
            case BOOL -> TRUE.contains(word(node));
            case INT, FLOAT -> number(node).orElse(1) != 0;
            case TEXT -> node instanceof Scalar scalar && !scalar.text().isEmpty();
            case LIST -> node instanceof Sequence list && !list.items().isEmpty();
            case DICT -> node instanceof Mapping dict && !dict.entries().isEmpty();
        };
    }

    /// `int(value)`, empty where that fails, and for numbers of 19 digits and more.
    static OptionalLong integer(@Nullable YamlNode node) {
        return switch (type(node)) {
            case BOOL -> OptionalLong.of(isTrue(node) ? 1 : 0);
            case INT -> typed(word(node));
            case FLOAT -> whole(number(node));
            case TEXT -> decimal(raw(node).strip());
            case NULL, LIST, DICT -> OptionalLong.empty();
        };
    }

    /// `float(value)`, empty where that fails.
    static OptionalDouble number(@Nullable YamlNode node) {
        return switch (type(node)) {
            case BOOL -> OptionalDouble.of(isTrue(node) ? 1 : 0);
            case INT -> OptionalDouble.of((double) typed(word(node)).orElse(0));
            case FLOAT, TEXT -> decimalFraction(raw(node).strip());
            case NULL, LIST, DICT -> OptionalDouble.empty();
        };
    }

    /// `str(value)`, cut after 60 characters.
    static String text(@Nullable YamlNode node) {
        String text =
                switch (type(node)) {
                    case NULL -> "None";
                    case BOOL -> isTrue(node) ? "True" : "False";
                    case INT -> Long.toString(typed(word(node)).orElse(0));
                    case FLOAT, TEXT -> raw(node);
                    case LIST -> node instanceof Sequence list ? list(list) : "";
                    case DICT -> node instanceof Mapping dict ? dict(dict) : "";
                };
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String list(Sequence list) {
        return list.items().stream()
                .limit(4)
                .map(PythonValue::inner)
                .collect(Collectors.joining(", ", "[", list.items().size() > 4 ? ", …]" : "]"));
    }

    private static String dict(Mapping dict) {
        return dict.entries().entrySet().stream()
                .limit(4)
                .map(entry ->
                        "'" + entry.getKey() + "': " + inner(entry.getValue().value()))
                .collect(Collectors.joining(", ", "{", dict.entries().size() > 4 ? ", …}" : "}"));
    }

    /// One level only: what lies deeper may be endless by aliases.
    private static String inner(YamlNode node) {
        return switch (type(node)) {
            case LIST -> "[…]";
            case DICT -> "{…}";
            case TEXT -> "'" + text(node) + "'";
            default -> text(node);
        };
    }

    private static Type type(@Nullable YamlNode node) {
        return switch (node) {
            case null -> Type.NULL;
            case Sequence _ -> Type.LIST;
            case Mapping _ -> Type.DICT;
            case Scalar scalar when !scalar.plain() -> Type.TEXT;
            case Scalar scalar -> plain(word(scalar));
        };
    }

    private static Type plain(String word) {
        if (NULL.contains(word)) {
            return Type.NULL;
        }
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return Type.BOOL;
        }
        if (typed(word).isPresent()) {
            return Type.INT;
        }
        return FLOAT.matcher(word).matches() ? Type.FLOAT : Type.TEXT;
    }

    /// An integer as the Agent types it: `0x1f`, `0b1`, `017` and `0o17` are not decimal.
    private static OptionalLong typed(String word) {
        String digits = word.indexOf('_') > 0 ? word.replace("_", "") : word;
        boolean leadingZero = digits.matches("[-+]?0.+");
        if (!leadingZero) {
            return DECIMAL.matcher(digits).matches() ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
        }
        if (!BASED.matcher(digits).matches()) {
            return OptionalLong.empty();
        }
        boolean negative = digits.startsWith("-");
        String unsigned = digits.replaceFirst("^[-+]?0o?", "");
        long value =
                switch (unsigned.charAt(0)) {
                    case 'x' -> Long.parseLong(unsigned.substring(1), 16);
                    case 'b' -> Long.parseLong(unsigned.substring(1), 2);
                    default -> Long.parseLong(unsigned, 8);
                };
        return OptionalLong.of(negative ? -value : value);
    }

    private static OptionalLong decimal(String text) {
        return DECIMAL.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static OptionalDouble decimalFraction(String text) {
        return FLOAT.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    private static OptionalLong whole(OptionalDouble number) {
        boolean fits = number.isPresent() && Math.abs(number.getAsDouble()) < 1e18;
        return fits ? OptionalLong.of((long) number.getAsDouble()) : OptionalLong.empty();
    }

    private static String raw(@Nullable YamlNode node) {
        return node instanceof Scalar scalar ? scalar.text() : "";
    }

    /// As YAML compares its words: without regard to case, which lets a few spellings in that nobody writes.
    private static String word(@Nullable YamlNode node) {
        return raw(node).toLowerCase(Locale.ROOT);
    }
}
