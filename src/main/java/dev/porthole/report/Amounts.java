package dev.porthole.report;

/// Figures with their units in three digits, as a person reads them: `52 µs`, `1.25 ms`, `12.3 MiB/s`. For the cells
/// of a table: without `String.format`, which takes many times as long.
public final class Amounts {
    private static final String[] TIMES = {" µs", " ms", " s"};
    private static final String[] SIZES = {" B", " KiB", " MiB", " GiB", " TiB", " PiB"};

    private Amounts() {}

    /// A time.
    ///
    /// @param micros microseconds, not negative
    public static String micros(long micros) {
        return of((double) micros, 1000, TIMES);
    }

    /// A size.
    ///
    /// @param bytes not negative
    public static String bytes(long bytes) {
        return of((double) bytes, 1024, SIZES);
    }

    /// A speed.
    ///
    /// @param bytes a second, not negative
    public static String rate(double bytes) {
        return of(bytes, 1024, SIZES) + "/s";
    }

    private static String of(double amount, int step, String[] units) {
        double left = amount;
        int unit = 0;
        while (unit < units.length - 1 && left >= step - 0.5) {
            left /= step;
            unit++;
        }
        return (unit == 0 ? Long.toString(Math.round(left)) : digits(left)) + units[unit];
    }

    private static String digits(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths < 1000) {
            return decimals(hundredths, 100);
        }
        long tenths = Math.round(value * 10);
        return tenths < 1000 ? decimals(tenths, 10) : Long.toString(Math.round(value));
    }

    private static String decimals(long number, int one) {
        long rest = number % one;
        return number / one + (one == 100 && rest < 10 ? ".0" : ".") + rest;
    }
}
