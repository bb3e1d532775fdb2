package dev.porthole.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is remembered, as text under dotted names (`sockets.columns`). Immutable. Whoever reads a value decides what a
/// wrong one means; usually its default.
public record Settings(Map<String, String> values) {
    public static final Settings NONE = new Settings(Map.of());

    public Settings {
        values = Map.copyOf(values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// A comma-separated list; empty when there is none.
    public List<String> list(String name) {
        return get(name)
                .filter(text -> !text.isEmpty())
                .map(text -> Arrays.asList(text.split(",", -1)))
                .orElse(List.of());
    }

    /// A number in that range, or nothing when there is none or it is no such number.
    public Optional<Double> number(String name, double least, double most) {
        try {
            return get(name).map(Double::valueOf).filter(number -> number >= least && number <= most);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public Settings with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new Settings(changed);
    }

    public Settings without(String name) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.remove(name);
        return new Settings(changed);
    }
}
