package dev.porthole.ui.counts;

import dev.porthole.counts.CountRule;
import dev.porthole.counts.CountRuleText;
import dev.porthole.profile.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules among the settings: `counts.rule.1`, `counts.rule.2` and so on.
final class RuleSettings {
    private static final String NAME = "counts.rule.";

    private RuleSettings() {}

    /// What is remembered; a line that is no rule is left out, and a second rule of one name.
    static List<CountRule> from(Settings settings) {
        Map<String, CountRule> rules = new LinkedHashMap<>();
        for (int number = 1; ; number++) {
            Optional<String> line = settings.get(NAME + number);
            if (line.isEmpty()) {
                return new ArrayList<>(rules.values());
            }
            line.flatMap(CountRuleText::parse).ifPresent(rule -> rules.putIfAbsent(rule.name(), rule));
        }
    }

    static Settings into(Settings settings, List<CountRule> rules) {
        Settings changed = settings;
        for (int number = 1; changed.get(NAME + number).isPresent(); number++) {
            changed = changed.without(NAME + number);
        }
        for (int i = 0; i < rules.size(); i++) {
            changed = changed.with(NAME + (i + 1), CountRuleText.write(rules.get(i)));
        }
        return changed;
    }
}
