package dev.porthole.ui.sockets;

import dev.porthole.profile.Settings;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The user's own views, by name; case does not tell two names apart. Immutable. In the settings they are numbered, so
/// that a name is a value and may hold anything.
record SavedViews(List<SavedView> all) {
    static final SavedViews NONE = new SavedViews(List.of());

    /// More than anyone keeps, and few enough for the settings file.
    static final int MOST = 100;

    private static final String PREFIX = "sockets.view.";

    SavedViews {
        all = all.size() < 2 ? List.copyOf(all) : sorted(all);
    }

    /// Apart, since the rules of a collator take tens of milliseconds to load, at the start of the window.
    private static List<SavedView> sorted(List<SavedView> views) {
        return views.stream()
                .sorted(Comparator.comparing(SavedView::name, Collator.getInstance(Locale.ENGLISH)))
                .toList();
    }

    static SavedViews from(Settings settings) {
        SavedViews views = NONE;
        for (int number = 0; number < MOST; number++) {
            Optional<SavedView> view = SavedView.from(settings, PREFIX + number + ".");
            views = view.isPresent() ? views.with(view.get()) : views;
        }
        return views;
    }

    Settings into(Settings settings) {
        Settings changed = settings;
        for (String name : settings.values().keySet()) {
            changed = name.startsWith(PREFIX) ? changed.without(name) : changed;
        }
        for (int number = 0; number < all.size(); number++) {
            changed = all.get(number).into(changed, PREFIX + number + ".");
        }
        return changed;
    }

    Optional<SavedView> named(String name) {
        return all.stream().filter(view -> same(view.name(), name)).findFirst();
    }

    /// With this view, in place of one of its name.
    SavedViews with(SavedView view) {
        List<SavedView> changed = new ArrayList<>(without(view.name()).all);
        changed.add(view);
        return new SavedViews(changed);
    }

    SavedViews without(String name) {
        return new SavedViews(
                all.stream().filter(view -> !same(view.name(), name)).toList());
    }

    static boolean same(String name, String other) {
        return name.strip().equalsIgnoreCase(other.strip());
    }
}
