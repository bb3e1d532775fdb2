package dev.porthole.ui.counts;

import dev.porthole.counts.CountHistory;
import dev.porthole.counts.RuleRehearsal;
import dev.porthole.threshold.Severity;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.SeverityMark;
import java.time.Duration;
import java.util.Optional;

/// What a rule would have done, in words.
final class PreviewText {
    private static final Duration ALMOST = CountHistory.FINE.minusMinutes(1);

    private PreviewText() {}

    /// @param rehearsal empty if the history does not hold what the rule measures
    static String of(Optional<RuleRehearsal> rehearsal) {
        return rehearsal.map(PreviewText::of).orElseGet(() -> Messages.text("counts.preview.unknown"));
    }

    private static String of(RuleRehearsal rehearsal) {
        if (rehearsal.past().isZero()) {
            return Messages.text("counts.preview.later");
        }
        String past = rehearsal.past().compareTo(ALMOST) >= 0
                ? Messages.text("counts.preview.hour")
                : Messages.text("counts.preview.shorter", ClockText.age(rehearsal.past()));
        int all = rehearsal.warnings() + rehearsal.criticals();
        String times = all == 0
                ? Messages.text("counts.preview.never", past)
                : Messages.text("counts.preview", all, past, rehearsal.warnings(), rehearsal.criticals());
        return rehearsal.last() == Severity.OK
                ? times
                : times + " " + Messages.text("counts.preview.now", SeverityMark.word(rehearsal.last()));
    }
}
