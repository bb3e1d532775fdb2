package dev.porthole.sockets.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands behind a field's colon: one piece, or several of which any may fit.
record Value(QueryField field, List<Part> pieces) {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,18})(?:-([0-9]{1,18}))?");
    private static final Pattern AMOUNT = Pattern.compile("(>=|<=|>|<|=)?([0-9]{1,12})([KkMm])?[Bb]?");

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

    /// A comparison with an amount of bytes. It is one: of `>1K,<5K` nobody can tell whether one or both shall hold.
    Span amount() throws InvalidQuery {
        if (pieces.size() > 1) {
            throw wrong(pieces.get(1), "is one comparison too many: give each a word of its own");
        }
        Matcher amount = AMOUNT.matcher(pieces.getFirst().unquoted());
        if (!amount.matches()) {
            throw wrong(pieces.getFirst(), "is no comparison with a number of bytes");
        }
        long number = Long.parseLong(amount.group(2)) * unit(amount.group(3));
        String sign = amount.group(1);
        return switch (sign == null ? "=" : sign) {
            case ">" -> new Span(number + 1, Long.MAX_VALUE);
            case ">=" -> new Span(number, Long.MAX_VALUE);
            case "<" -> new Span(0, number - 1);
            case "<=" -> new Span(0, number);
            default -> new Span(number, number);
        };
    }

    private static long unit(@Nullable String letter) {
        return letter == null ? 1 : letter.equalsIgnoreCase("K") ? 1024 : 1024 * 1024;
    }
}
