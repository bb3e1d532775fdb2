package dev.porthole.ui.probe;

import dev.porthole.probe.ProbeSpec;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// What stands in the form. Fields that hold what they hold at first are left out, so two forms that look the same are
/// equal.
record ProbeForm(Map<ProbeField, String> changed) {
    static final ProbeForm EMPTY = new ProbeForm(Map.of());

    /// A spec, or a sentence for each field that is wrong.
    sealed interface Result {
        record Valid(ProbeSpec spec) implements Result {}

        record Invalid(Map<ProbeField, String> sentences) implements Result {}
    }

    ProbeForm {
        Map<ProbeField, String> kept = new EnumMap<>(ProbeField.class);
        changed.forEach((field, value) -> {
            if (!value.equals(field.first())) {
                kept.put(field, value);
            }
        });
        changed = Map.copyOf(kept);
    }

    String get(ProbeField field) {
        return changed.getOrDefault(field, field.first());
    }

    boolean is(ProbeField field) {
        return get(field).equals("true");
    }

    ProbeForm with(ProbeField field, String value) {
        Map<ProbeField, String> all = new EnumMap<>(ProbeField.class);
        all.putAll(changed);
        all.put(field, value);
        return new ProbeForm(all);
    }

    /// As at first in these fields.
    ProbeForm without(Set<ProbeField> fields) {
        Map<ProbeField, String> rest = new EnumMap<>(ProbeField.class);
        changed.forEach((field, value) -> {
            if (!fields.contains(field)) {
                rest.put(field, value);
            }
        });
        return new ProbeForm(rest);
    }

    /// Where two forms differ.
    Set<ProbeField> differences(ProbeForm other) {
        Set<ProbeField> differing = EnumSet.noneOf(ProbeField.class);
        for (ProbeField field : ProbeField.values()) {
            if (!get(field).equals(other.get(field))) {
                differing.add(field);
            }
        }
        return differing;
    }

    Result read() {
        return new FormReader(this).read();
    }
}
