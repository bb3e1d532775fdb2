package dev.porthole.ui.probe;

import dev.porthole.probe.ByteEscapes;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.InvalidPattern;
import dev.porthole.probe.Regex;
import dev.porthole.probe.SlowerThan;
import dev.porthole.ui.kit.Messages;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads single fields of a form, and gathers a sentence for each that is wrong.
final class Fields {
    private static final double LONGEST_SECONDS = 3600;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}([.,][0-9]{0,9})?|[.,][0-9]{1,9}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final String LINE_END = "\r\n";

    private final ProbeForm form;
    private final Map<ProbeField, String> wrong = new EnumMap<>(ProbeField.class);

    Fields(ProbeForm form) {
        this.form = form;
    }

    Map<ProbeField, String> wrong() {
        return Map.copyOf(wrong);
    }

    void wrong(ProbeField field, String sentence) {
        wrong.putIfAbsent(field, sentence);
    }

    String text(ProbeField field) {
        return form.get(field).strip();
    }

    /// With its blanks, which count in patterns and passwords.
    String raw(ProbeField field) {
        return form.get(field);
    }

    boolean is(ProbeField field) {
        return form.is(field);
    }

    /// Lines that hold something.
    List<String> lines(ProbeField field) {
        return form.get(field).lines().filter(line -> !line.isBlank()).toList();
    }

    /// Above zero; null if nothing is there, or nothing that is a number.
    @Nullable
    Duration seconds(ProbeField field) {
        Duration read = decimal(field);
        if (read != null && read.isZero()) {
            wrong(field, Messages.text("probe.wrong.seconds", field.label(), text(field)));
            return null;
        }
        return read;
    }

    /// Zero or more; null if nothing is there, or nothing that is a number.
    @Nullable
    Duration decimal(ProbeField field) {
        String typed = text(field);
        if (typed.isEmpty()) {
            return null;
        }
        if (DECIMAL.matcher(typed).matches()) {
            double seconds = Double.parseDouble(typed.replace(',', '.'));
            if (seconds <= LONGEST_SECONDS) {
                return Duration.ofNanos(Math.round(seconds * 1e9));
            }
        }
        wrong(field, Messages.text("probe.wrong.seconds", field.label(), typed));
        return null;
    }

    /// `absent` if nothing is there.
    int whole(ProbeField field, int least, int most, int absent) {
        String typed = text(field);
        if (typed.isEmpty()) {
            return absent;
        }
        int number = WHOLE.matcher(typed).matches() ? Integer.parseInt(typed) : -1;
        if (number < least || number > most) {
            wrong(
                    field,
                    Messages.text(
                            "probe.wrong.whole",
                            field.label(),
                            typed,
                            Integer.toString(least),
                            Integer.toString(most)));
            return absent;
        }
        return number;
    }

    SlowerThan limits(ProbeField warning, ProbeField critical) {
        return new SlowerThan(seconds(warning), seconds(critical));
    }

    /// The octets that go out; with escapes as they are meant, without them as typed, and a goodbye as a line.
    Bytes octets(ProbeField field) {
        String typed = form.get(field);
        if (!is(ProbeField.ESCAPES)) {
            return Bytes.utf8(typed.isEmpty() || field != ProbeField.QUIT ? typed : typed + LINE_END);
        }
        return escaped(field, typed);
    }

    Bytes escaped(ProbeField field, String typed) {
        try {
            return ByteEscapes.read(typed);
        } catch (IllegalArgumentException odd) {
            wrong(field, Messages.text("probe.wrong.escape", field.label(), String.valueOf(odd.getMessage())));
            return Bytes.EMPTY;
        }
    }

    @Nullable
    Regex pattern(ProbeField field, String typed, Function<String, Regex> reader) {
        try {
            return reader.apply(typed);
        } catch (InvalidPattern e) {
            wrong(field, Messages.text("probe.wrong.expect", field.label(), e.reason()));
            return null;
        }
    }
}
