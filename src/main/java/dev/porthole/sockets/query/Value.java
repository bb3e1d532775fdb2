package dev.porthole.sockets.query;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands behind a field's colon: one piece, or several of which any may fit.
record Value(QueryField field, List<Part> pieces) {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,18})(?:-([0-9]{1,18}))?");
    private static final Pattern AMOUNT = Pattern.compile("(>=|<=|>|<|=)?([0-9]{1,12})([KkMm])?[Bb]?");
    private static final Pattern COUNT = Pattern.compile("(>=|<=|>|<|=)?([0-9]{1,12})");
    private static final Pattern TIME = Pattern.compile(
            "(>=|<=|>|<|=)?([0-9]{1,9}(?:\\.[0-9]{1,6})?)(us|µs|ms|s|min|h)?", Pattern.CASE_INSENSITIVE);

    InvalidQuery wrong(Part piece, String what) {
        return new InvalidQuery(piece, what + "; write " + field.example() + ".");
    }

    /// Numbers and ranges of numbers.
    ///
    /// @param what the sentence about a piece that is none
    Span[] numbers(long most, String what) throws InvalidQuery {
        Span[] spans = new Span[pieces.size()];
        for (int i = 0; i < spans.length; i++) {
            Matcher range = RANGE.matcher(pieces.get(i).unquoted());
            if (!range.matches()) {
                throw wrong(pieces.get(i), what);
            }
            long from = Long.parseLong(range.group(1));
            String last = range.group(2);
            long to = last == null ? from : Long.parseLong(last);
            if (to > most) {
                throw wrong(pieces.get(i), what);
            }
            if (from > to) {
                throw wrong(pieces.get(i), "ends before it begins");
            }
            spans[i] = new Span(from, to);
        }
        return spans;
    }

    /// A comparison with an amount of bytes.
    Span amount() throws InvalidQuery {
        Matcher amount = comparison(AMOUNT, "is no comparison with a number of bytes");
        return span(amount.group(1), Long.parseLong(amount.group(2)) * unit(amount.group(3)));
    }

    /// A comparison with a plain number.
    Span count() throws InvalidQuery {
        Matcher count = comparison(COUNT, "is no comparison with a whole number");
        return span(count.group(1), Long.parseLong(count.group(2)));
    }

    /// A comparison with a time.
    ///
    /// @return microseconds
    Span time() throws InvalidQuery {
        Matcher time = comparison(TIME, "is no comparison with a time");
        String unit = time.group(3);
        if (unit == null) {
            throw wrong(pieces.getFirst(), "has no unit (us, ms, s, min, h)");
        }
        return span(time.group(1), Math.round(Double.parseDouble(time.group(2)) * micros(unit)));
    }

    /// It is one: of `>1K,<5K` nobody can tell whether one or both shall hold.
    private Matcher comparison(Pattern form, String what) throws InvalidQuery {
        if (pieces.size() > 1) {
            throw wrong(pieces.get(1), "is one comparison too many: give each a word of its own");
        }
        Matcher comparison = form.matcher(pieces.getFirst().unquoted());
        if (!comparison.matches()) {
            throw wrong(pieces.getFirst(), what);
        }
        return comparison;
    }

    private static Span span(@Nullable String sign, long number) {
        return switch (sign == null ? "=" : sign) {
            case ">" -> new Span(number + 1, Long.MAX_VALUE);
            case ">=" -> new Span(number, Long.MAX_VALUE);
            case "<" -> new Span(0, number - 1);
            case "<=" -> new Span(0, number);
            default -> new Span(number, number);
        };
    }

    private static long micros(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "us", "µs" -> 1;
            case "ms" -> 1_000;
            case "s" -> 1_000_000;
            case "min" -> 60_000_000;
            default -> 3_600_000_000L;
        };
    }

    private static long unit(@Nullable String letter) {
        return letter == null ? 1 : letter.equalsIgnoreCase("K") ? 1024 : 1024 * 1024;
    }
}
