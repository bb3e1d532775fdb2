package dev.porthole.ui.probe;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.Step;
import dev.porthole.probe.Wanted;
import dev.porthole.ui.kit.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The dialogue that the form asks for.
final class FormTalk {
    private static final int MOST_BYTES = 1024 * 1024;

    private FormTalk() {}

    static List<Step> read(Fields fields) {
        List<Step> steps = new ArrayList<>();
        for (String typed : fields.lines(ProbeField.REJECT)) {
            Regex pattern = fields.pattern(ProbeField.REJECT, typed, Regex::guarded);
            if (pattern != null) {
                steps.add(new Step.Reject(pattern));
            }
        }
        Bytes send = fields.octets(ProbeField.SEND);
        if (!send.isEmpty()) {
            steps.add(new Step.Send(send));
        }
        Wanted wanted = wanted(fields);
        Reading reading = reading(fields);
        if (wanted != null) {
            steps.add(new Step.Expect(wanted, reading));
        } else if (!fields.lines(ProbeField.REJECT).isEmpty()) {
            fields.wrong(ProbeField.REJECT, Messages.text("probe.wrong.reject"));
        }
        Bytes quit = fields.octets(ProbeField.QUIT);
        if (!quit.isEmpty()) {
            steps.add(new Step.Quit(quit));
        }
        return steps;
    }

    private static Reading reading(Fields fields) {
        int limit = fields.whole(ProbeField.BYTES, 1, MOST_BYTES, Reading.UntilMatch.DEFAULT.limit());
        return new Reading.UntilMatch(
                limit, Objects.requireNonNullElse(fields.decimal(ProbeField.QUIET), Duration.ZERO));
    }

    private static @Nullable Wanted wanted(Fields fields) {
        String first = fields.text(ProbeField.EXPECT).isEmpty() ? "" : fields.raw(ProbeField.EXPECT);
        List<String> further = fields.lines(ProbeField.FURTHER);
        String how = fields.text(ProbeField.HOW);
        if (how.equals("BYTES")) {
            if (!further.isEmpty()) {
                fields.wrong(ProbeField.FURTHER, Messages.text("probe.wrong.further"));
            }
            Bytes octets = fields.escaped(ProbeField.EXPECT, first);
            return octets.isEmpty() ? null : new Wanted.Octets(octets);
        }
        List<Regex> patterns = new ArrayList<>();
        if (!first.isEmpty()) {
            add(patterns, fields, ProbeField.EXPECT, first, how);
        }
        further.forEach(typed -> add(patterns, fields, ProbeField.FURTHER, typed, how));
        return patterns.isEmpty() ? null : new Wanted.Patterns(patterns, how.equals("ALL"));
    }

    private static void add(List<Regex> patterns, Fields fields, ProbeField field, String typed, String how) {
        Regex pattern = fields.pattern(field, typed, how.equals("OCTETS") ? Regex::octets : Regex::guarded);
        if (pattern != null) {
            patterns.add(pattern);
        }
    }
}
