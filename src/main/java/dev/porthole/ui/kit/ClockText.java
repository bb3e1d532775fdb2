package dev.porthole.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as people read them, in the machine's zone.
public final class ClockText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);

    private ClockText() {}

    /// `14:02:31`
    public static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /// `2026-11-21 14:02:31`
    public static String dateTime(Instant instant, ZoneId zone) {
        return DATE_TIME.format(instant.atZone(zone));
    }

    /// `2026-11-21 14:02:31 (3 h 12 min ago)`
    public static String since(Instant instant, Instant now, ZoneId zone) {
        return Messages.text("since", DATE_TIME.format(instant.atZone(zone)), age(Duration.between(instant, now)));
    }

    /// The two largest units: `3 d 4 h`, `12 min 3 s`, `5 s`.
    public static String age(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " d " + age.toHoursPart() + " h";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min";
        }
        if (age.toMinutes() > 0) {
            return age.toMinutes() + " min " + age.toSecondsPart() + " s";
        }
        return Math.max(0, age.toSeconds()) + " s";
    }
}
