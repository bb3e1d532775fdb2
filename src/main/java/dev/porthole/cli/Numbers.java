package dev.porthole.cli;

import java.time.Duration;
import java.util.regex.Pattern;

/// Values of options: numbers and times, each refused with a sentence that names the option.
final class Numbers {
    private static final double LONGEST_SECONDS = 3600;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}([.,][0-9]{0,9})?|[.,][0-9]{1,9}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private Numbers() {}

    /// More than 0 and up to an hour, with a point or a comma.
    static Duration seconds(String option, String text) throws InvalidOption {
        Duration time = secondsOrNone(option, text);
        if (time.isZero()) {
            throw notSeconds(option, text);
        }
        return time;
    }

    /// The same, or 0.
    static Duration secondsOrNone(String option, String text) throws InvalidOption {
        String stripped = text.strip();
        if (!SECONDS.matcher(stripped).matches()) {
            throw notSeconds(option, text);
        }
        double seconds = Double.parseDouble(stripped.replace(',', '.'));
        if (seconds > LONGEST_SECONDS) {
            throw notSeconds(option, text);
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    static int whole(String option, String text, int least, int most) throws InvalidOption {
        String stripped = text.strip();
        int number = WHOLE.matcher(stripped).matches() ? Integer.parseInt(stripped) : -1;
        if (number < least || number > most) {
            throw InvalidOption.value(option, text, "a whole number from " + least + " to " + most);
        }
        return number;
    }

    private static InvalidOption notSeconds(String option, String text) {
        return InvalidOption.value(option, text, "seconds, more than 0 and up to 3600, like 2.5");
    }
}
