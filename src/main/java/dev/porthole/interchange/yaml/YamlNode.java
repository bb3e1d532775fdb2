package dev.porthole.interchange.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A part of a YAML document with the line that it begins on, counted from 1. An alias is the very node of its anchor,
/// so a tree may be far larger when written out than it is in memory: walk only what you need.
public sealed interface YamlNode {
    int line();

    /// `plain` texts have a type by their look (`8080`, `true`); quoted ones are text.
    record Scalar(int line, String text, boolean plain) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// In the order of the file.
    record Mapping(int line, Map<String, Entry> entries) implements YamlNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /// Null if there is no such key.
        public @Nullable YamlNode get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }
    }

    /// What stands under a key; `line` is that of the key.
    record Entry(int line, YamlNode value) {}
}
