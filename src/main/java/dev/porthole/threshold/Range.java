package dev.porthole.threshold;

import java.math.BigDecimal;
import java.util.Optional;

/// A Nagios range: which values are no reason to alert. `10` is 0 to 10, `10:` at least 10, `~:10` at most 10, `10:20`
/// both; with `@` before it, the values inside alert. Bounds belong to the range. Grammar and messages are those of
/// the Linuxfabrik library, which refuses what the C library reads as far as it can.
///
/// @param start lowest value of the range, or negative infinity
/// @param end highest value of the range, or infinity
/// @param inside whether the values inside alert, not those outside
public record Range(double start, double end, boolean inside) {
    /// Alerts for no value: what `none` means.
    public static final Range NONE = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

    public Range {
        if (!(start <= end)) {
            throw new IllegalArgumentException("a range from " + start + " to " + end);
        }
    }

    /// Where a value that alerts lies.
    public enum Side {
        BELOW,
        ABOVE,
        INSIDE
    }

    /// Reads what was written.
    ///
    /// @throws InvalidRange whose message is the original's
    public static Range parse(String text) throws InvalidRange {
        return RangeParser.parse(text);
    }

    public boolean alerts(double value) {
        return side(value).isPresent();
    }

    /// Empty if the value does not alert.
    public Optional<Side> side(double value) {
        if (inside) {
            return start <= value && value <= end ? Optional.of(Side.INSIDE) : Optional.empty();
        }
        if (value < start) {
            return Optional.of(Side.BELOW);
        }
        return value > end ? Optional.of(Side.ABOVE) : Optional.empty();
    }

    /// Whether an alert on this side goes on. It ends only when the value has come back by the margin, so that a value
    /// at the bound does not flicker.
    public boolean alertsStill(double value, Side side, double margin) {
        return alerts(value)
                || switch (side) {
                    case BELOW -> value < start + margin;
                    case ABOVE -> value > end - margin;
                    case INSIDE -> inside && value >= start - margin && value <= end + margin;
                };
    }

    /// The shortest text that means this range.
    @Override
    public String toString() {
        if (equals(NONE)) {
            return "none";
        }
        String first = start == 0 && end != Double.POSITIVE_INFINITY ? "" : bound(start) + ":";
        return (inside ? "@" : "") + first + (end == Double.POSITIVE_INFINITY ? "" : bound(end));
    }

    /// A bound as a person writes it: `10`, `2.5`, `~`.
    static String bound(double value) {
        if (Double.isInfinite(value)) {
            return value < 0 ? "~" : "";
        }
        return value == Math.rint(value)
                ? new BigDecimal(value).toPlainString()
                : BigDecimal.valueOf(value).toPlainString();
    }
}
