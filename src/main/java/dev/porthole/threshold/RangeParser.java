package dev.porthole.threshold;

import dev.porthole.threshold.InvalidRange.Fault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the text of a [Range].
final class RangeParser {
    private static final Pattern NUMBER =
            Pattern.compile("\\s*([+-]?(?:(\\d+)|(?:\\d+\\.\\d*|\\.\\d+|\\d+(?=[eE]))(?:[eE][+-]?\\d+)?))\\s*%?\\s*");

    private final String text;
    /// Where the bounds begin, behind backslashes and `@`.
    private final int from;

    private RangeParser(String text, int from) {
        this.text = text;
        this.from = from;
    }

    static Range parse(String text) throws InvalidRange {
        int from = 0;
        while (from < text.length() && text.charAt(from) == '\\') {
            from++;
        }
        if (text.substring(from).equalsIgnoreCase("none")) {
            return Range.NONE;
        }
        boolean inside = text.startsWith("@", from);
        return new RangeParser(text, inside ? from + 1 : from).range(inside);
    }

    private Range range(boolean inside) throws InvalidRange {
        int colon = text.indexOf(':', from);
        if (colon >= 0 && text.indexOf(':', colon + 1) >= 0) {
            throw new InvalidRange(
                    Fault.TOO_MANY_COLONS, "Not using range definition correctly", text, text.indexOf(':', colon + 1));
        }
        String first = colon < 0 ? "" : text.substring(from, colon);
        String last = text.substring(colon < 0 ? from : colon + 1);
        double start = first.equals("~") ? Double.NEGATIVE_INFINITY : bound(first, 0, from);
        double end = bound(last, Double.POSITIVE_INFINITY, colon < 0 ? from : colon + 1);
        if (start > end) {
            throw new InvalidRange(
                    Fault.TURNED_ROUND,
                    "Start " + (first.isEmpty() ? "0" : spelled(first)) + " must not be greater than end "
                            + spelled(last),
                    text,
                    from);
        }
        return new Range(start, end, inside);
    }

    private double bound(String bound, double absent, int at) throws InvalidRange {
        if (bound.isEmpty()) {
            return absent;
        }
        Matcher number = NUMBER.matcher(bound);
        if (!number.matches()) {
            throw new InvalidRange(Fault.NOT_A_NUMBER, "Range format incorrect", bound.strip(), at);
        }
        // No negative zero: it would not be equal to the other one.
        return Double.parseDouble(number.group(1)) + 0.0;
    }

    /// As Python prints it: whole numbers without, others with a point.
    private static String spelled(String bound) {
        Matcher number = NUMBER.matcher(bound);
        if (!number.matches()) {
            return bound;
        }
        return number.group(2) != null
                ? new BigInteger(number.group(1)).toString()
                : pythonFloat(Double.parseDouble(number.group(1)));
    }

    private static String pythonFloat(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        BigDecimal digits = BigDecimal.valueOf(value).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (value == 0 || (exponent >= -4 && exponent < 16)) {
            String plain = digits.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        int size = Math.abs(exponent);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
    }
}
