package dev.porthole.ui.sockets;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.profile.Settings;
import dev.porthole.sockets.query.Reach;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A search and its toggles under a name. What is hidden is kept, not what is shown: a state that a later version adds
/// is shown in the views of before.
///
/// @param name as the user typed it
/// @param layout null: columns and order stay as they are
record SavedView(
        String name,
        String query,
        Set<Protocol> hiddenTypes,
        Set<SocketState> hiddenStates,
        Set<Reach> hiddenReaches,
        @Nullable SocketsLayout layout) {

    SavedView {
        hiddenTypes = Set.copyOf(hiddenTypes);
        hiddenStates = Set.copyOf(hiddenStates);
        hiddenReaches = Set.copyOf(hiddenReaches);
    }

    /// A query with every toggle on.
    static SavedView of(String name, String query) {
        return new SavedView(name, query, Set.of(), Set.of(), Set.of(), null);
    }

    SavedView named(String other) {
        return new SavedView(other, query, hiddenTypes, hiddenStates, hiddenReaches, layout);
    }

    /// @param prefix of the names in the settings, with a dot at its end
    static Optional<SavedView> from(Settings settings, String prefix) {
        return settings.get(prefix + "name")
                .filter(name -> !name.isBlank())
                .map(name -> new SavedView(
                        name,
                        settings.get(prefix + "query").orElse(""),
                        read(settings, prefix + "types.hidden", Protocol.class),
                        read(settings, prefix + "states.hidden", SocketState.class),
                        read(settings, prefix + "reaches.hidden", Reach.class),
                        SocketsLayout.from(settings, prefix)));
    }

    Settings into(Settings settings, String prefix) {
        Settings changed = settings.with(prefix + "name", name)
                .with(prefix + "query", query)
                .with(prefix + "types.hidden", words(hiddenTypes))
                .with(prefix + "states.hidden", words(hiddenStates))
                .with(prefix + "reaches.hidden", words(hiddenReaches));
        return layout == null ? changed : layout.into(changed, prefix);
    }

    private static String words(Set<? extends Enum<?>> values) {
        return values.stream()
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static <E extends Enum<E>> Set<E> read(Settings settings, String name, Class<E> type) {
        Set<E> found = EnumSet.noneOf(type);
        for (E value : EnumSet.allOf(type)) {
            if (settings.list(name).contains(value.name().toLowerCase(Locale.ROOT))) {
                found.add(value);
            }
        }
        return found;
    }
}
