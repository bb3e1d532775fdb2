package dev.porthole.interchange.recipe;

import dev.porthole.probe.ByteEscapes;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.InvalidPattern;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.Step;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.Wanted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a recipe says to the server and wants to hear.
record RecipeDialogue(RecipeFields fields) {
    private static final int LONGEST_SEND = 16 * 1024 * 1024;
    private static final int USUAL_LIMIT = 64 * 1024;
    private static final int LARGEST_LIMIT = 1024 * 1024;
    private static final Duration USUAL_QUIET = Duration.ofMillis(300);

    List<Step> steps(@Nullable StartTls startTls, TlsSpec tls) throws InvalidRecipe {
        List<Step> steps = new ArrayList<>();
        if (startTls != null) {
            steps.add(new Step.RaiseToTls(startTls, tls));
        }
        for (String pattern : fields.texts("reject")) {
            steps.add(new Step.Reject(regex("reject", pattern)));
        }
        Duration delay = fields.millis("send_delay_ms");
        if (delay != null) {
            steps.add(new Step.Wait(delay));
        }
        Bytes send = repeated(octets("send"), fields.number("send_repeat", 1, 1, LONGEST_SEND));
        if (!send.isEmpty()) {
            steps.add(new Step.Send(send));
        }
        Wanted wanted = wanted();
        if (wanted != null) {
            steps.add(new Step.Expect(wanted, reading()));
        }
        Bytes quit = octets("quit");
        if (!quit.isEmpty()) {
            steps.add(new Step.Quit(quit));
        }
        return steps;
    }

    private Reading reading() throws InvalidRecipe {
        Duration quiet = fields.millis("quiet_ms");
        return new Reading.UntilMatch(
                fields.number("limit_bytes", USUAL_LIMIT, 1, LARGEST_LIMIT), quiet == null ? USUAL_QUIET : quiet);
    }

    private @Nullable Wanted wanted() throws InvalidRecipe {
        List<String> any = fields.texts("expect_any");
        List<String> all = fields.texts("expect");
        if (any.isEmpty()) {
            return all.isEmpty() ? null : Wanted.allOf(regexes("expect", all));
        }
        if (!all.isEmpty()) {
            throw fields.invalid("The fields “expect” and “expect_any” exclude each other; keep one.");
        }
        return Wanted.anyOf(regexes("expect_any", any));
    }

    private Regex[] regexes(String field, List<String> patterns) throws InvalidRecipe {
        List<Regex> regexes = new ArrayList<>();
        for (String pattern : patterns) {
            regexes.add(regex(field, pattern));
        }
        return regexes.toArray(Regex[]::new);
    }

    private Regex regex(String field, String pattern) throws InvalidRecipe {
        try {
            return Regex.guarded(pattern);
        } catch (InvalidPattern wrong) {
            throw fields.invalid("The field “" + field + "” is no pattern of RE2: " + wrong.reason());
        }
    }

    private Bytes octets(String field) throws InvalidRecipe {
        try {
            return ByteEscapes.read(fields.text(field));
        } catch (IllegalArgumentException wrong) {
            throw fields.invalid("The field “" + field + "” has a wrong escape: " + wrong.getMessage());
        }
    }

    private Bytes repeated(Bytes once, int times) throws InvalidRecipe {
        long length = (long) once.length() * times;
        if (length > LONGEST_SEND) {
            throw fields.invalid(
                    "The field “send_repeat” makes " + length + " bytes; send at most " + LONGEST_SEND + ".");
        }
        if (times == 1 || once.isEmpty()) {
            return once;
        }
        byte[] all = new byte[(int) length];
        byte[] octets = once.toArray();
        for (int i = 0; i < times; i++) {
            System.arraycopy(octets, 0, all, i * octets.length, octets.length);
        }
        return Bytes.first(all.length, all);
    }
}
