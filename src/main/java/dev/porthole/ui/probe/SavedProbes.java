package dev.porthole.ui.probe;

import dev.porthole.profile.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The user's named probes; case does not tell two names apart. Immutable. In the settings they are numbered, so that a
/// name is a value and may hold anything.
record SavedProbes(List<Named> all) {
    static final SavedProbes NONE = new SavedProbes(List.of());

    /// Few enough for the settings file.
    static final int MOST = 100;

    private static final String PREFIX = "probe.saved.";

    /// A form under its name.
    ///
    /// @param hidden whether what it sends was secret and left out
    record Named(String name, ProbeForm form, boolean hidden) {
        /// As it will come back.
        static Named of(String name, ProbeForm form) {
            return new Named(name, Secrets.removed(form), Secrets.hides(form));
        }
    }

    SavedProbes {
        all = all.stream()
                .sorted(Comparator.comparing(each -> each.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    static SavedProbes from(Settings settings) {
        List<Named> found = new ArrayList<>();
        for (int number = 0; number < MOST; number++) {
            String prefix = PREFIX + number + ".";
            settings.get(prefix + "name")
                    .ifPresent(name -> found.add(new Named(
                            name,
                            ProbeSettings.from(settings, prefix),
                            settings.get(prefix + "hidden").isPresent())));
        }
        return new SavedProbes(found);
    }

    Settings into(Settings settings) {
        Settings changed = settings;
        for (String name : settings.values().keySet()) {
            changed = name.startsWith(PREFIX) ? changed.without(name) : changed;
        }
        for (int number = 0; number < all.size(); number++) {
            Named probe = all.get(number);
            String prefix = PREFIX + number + ".";
            changed = ProbeSettings.into(changed, probe.form(), prefix).with(prefix + "name", probe.name());
            changed = probe.hidden() ? changed.with(prefix + "hidden", "true") : changed;
        }
        return changed;
    }

    Optional<Named> named(String name) {
        return all.stream().filter(each -> same(each.name(), name)).findFirst();
    }

    /// With this one, in place of one of its name.
    SavedProbes with(Named probe) {
        List<Named> changed = new ArrayList<>(without(probe.name()).all);
        changed.add(probe);
        return new SavedProbes(changed);
    }

    SavedProbes without(String name) {
        return new SavedProbes(
                all.stream().filter(each -> !same(each.name(), name)).toList());
    }

    boolean isFull() {
        return all.size() >= MOST;
    }

    private static boolean same(String name, String other) {
        return name.strip().equalsIgnoreCase(other.strip());
    }
}
