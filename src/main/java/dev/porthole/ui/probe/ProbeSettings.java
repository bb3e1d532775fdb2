package dev.porthole.ui.probe;

import dev.porthole.profile.Settings;
import java.util.Set;

/// A form among the settings, under a prefix.
final class ProbeSettings {
    private static final String LAST = "probe.";
    private static final String OTHER_PORTS = "explain.other-ports";
    private static final Set<ProbeField> SPOKEN = Set.of(ProbeField.SEND, ProbeField.QUIT);

    private ProbeSettings() {}

    /// Whether other ports of a silent host may be called: yes, unless that was switched off.
    static boolean callsOtherPorts(Settings settings) {
        return !settings.get(OTHER_PORTS).orElse("").equals("false");
    }

    static Settings callOtherPorts(Settings settings, boolean call) {
        return call ? settings.without(OTHER_PORTS) : settings.with(OTHER_PORTS, "false");
    }

    /// The form as it was left.
    static ProbeForm from(Settings settings) {
        return from(settings, LAST);
    }

    /// Remembers the form as it is left. Nobody asked for that, and what is sent may hold a password: it is left out.
    static Settings into(Settings settings, ProbeForm form) {
        return into(settings, form.without(SPOKEN), LAST);
    }

    static ProbeForm from(Settings settings, String prefix) {
        ProbeForm form = ProbeForm.EMPTY;
        for (ProbeField field : ProbeField.values()) {
            String value = settings.get(prefix + field.word()).orElse(field.first());
            form = isPossible(field, value) ? form.with(field, value) : form;
        }
        return form;
    }

    /// Without what is secret.
    static Settings into(Settings settings, ProbeForm form, String prefix) {
        ProbeForm open = Secrets.removed(form);
        Settings changed = settings;
        for (ProbeField field : ProbeField.values()) {
            String name = prefix + field.word();
            changed = open.changed().containsKey(field) ? changed.with(name, open.get(field)) : changed.without(name);
        }
        return changed;
    }

    private static boolean isPossible(ProbeField field, String value) {
        return switch (field.kind()) {
            case CHOICE -> field.choices().contains(value);
            case SWITCH -> value.equals("true") || value.equals("false");
            case TEXT, LINES, FILE, PASSWORD -> true;
        };
    }
}
