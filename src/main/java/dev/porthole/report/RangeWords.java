package dev.porthole.report;

import dev.porthole.threshold.InvalidRange;
import dev.porthole.threshold.Range;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What a range means, in words.
public final class RangeWords {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.porthole.report.words", Locale.ROOT);

    private RangeWords() {}

    /// When it alerts: `alerts outside 30 to 40`, `alerts when below 10`.
    ///
    /// @param neverNegative whether the values are numbers of things, so that nothing need be said of those below 0
    public static String of(Range range, boolean neverNegative) {
        boolean bottomless = range.start() == Double.NEGATIVE_INFINITY || (neverNegative && range.start() <= 0);
        boolean endless = range.end() == Double.POSITIVE_INFINITY;
        if (bottomless && endless) {
            return text(range.inside() ? "range.always" : "range.never");
        }
        if (neverNegative && range.end() < 0) {
            return text(range.inside() ? "range.never" : "range.always");
        }
        String kind = range.inside() ? "range.inside" : "range.outside";
        if (bottomless) {
            return text(kind + ".up", number(range.end()));
        }
        if (endless) {
            return text(kind + ".down", number(range.start()));
        }
        return range.start() == range.end()
                ? text(kind + ".one", number(range.start()))
                : text(kind, number(range.start()), number(range.end()));
    }

    /// What is wrong with a text, and what to write.
    public static String of(InvalidRange wrong) {
        return text("range.wrong." + wrong.fault().name(), wrong.part());
    }

    private static String number(double value) {
        BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
        return plain.toPlainString();
    }

    private static String text(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(values);
    }
}
