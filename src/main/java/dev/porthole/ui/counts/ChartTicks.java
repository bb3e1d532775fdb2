package dev.porthole.ui.counts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where the lines of the grid lie: round numbers and round times.
final class ChartTicks {
    private static final int[] TIMES = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800
    };
    private static final int MINUTE = 60;
    private static final int DAY = 86_400;

    private ChartTicks() {}

    /// The distance between round numbers of which at most so many fit below the highest; at least 1.
    static long step(double highest, int most) {
        long power = 1;
        while (true) {
            for (int digit : new int[] {1, 2, 5}) {
                if (highest <= (double) digit * power * most) {
                    return digit * power;
                }
            }
            power *= 10;
        }
    }

    /// Round times within the range, at most so many.
    static List<Long> times(ChartRange range, int most, ZoneId zone) {
        int step = TIMES[TIMES.length - 1];
        for (int i = TIMES.length - 1; i >= 0 && range.length() / TIMES[i] <= most; i--) {
            step = TIMES[i];
        }
        long offset = zone.getRules()
                .getOffset(Instant.ofEpochSecond((long) range.from()))
                .getTotalSeconds();
        List<Long> times = new ArrayList<>();
        long first = (long) Math.ceil((range.from() + offset) / step) * step - offset;
        for (long time = first; time <= range.to(); time += step) {
            times.add(time);
        }
        return times;
    }

    /// As exact as the distance from one to the next asks for.
    static String label(long time, List<Long> times, ZoneId zone) {
        long step = times.size() < 2 ? MINUTE : times.get(1) - times.get(0);
        String pattern = step < MINUTE ? "HH:mm:ss" : step < DAY ? "HH:mm" : "d MMM";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .format(Instant.ofEpochSecond(time).atZone(zone));
    }
}
