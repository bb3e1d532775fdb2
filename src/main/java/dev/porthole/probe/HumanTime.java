package dev.porthole.probe;

import java.time.Duration;
import java.util.Locale;

/// A duration in as many digits as a person reads: `20 µs`, `0.3 ms`, `12 ms`, `1.2 s`, `10 s`.
public final class HumanTime {
    private HumanTime() {}

    public static String of(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        if (millis >= 0.0005 && millis < 0.05) {
            return Math.round(millis * 1000) + " µs";
        }
        if (millis < 9.95) {
            return number(millis) + " ms";
        }
        return millis < 999.5 ? Math.round(millis) + " ms" : number(millis / 1000) + " s";
    }

    private static String number(double value) {
        String oneDecimal = String.format(Locale.ROOT, "%.1f", value);
        return value >= 9.95 || oneDecimal.endsWith(".0") ? String.valueOf(Math.round(value)) : oneDecimal;
    }
}
