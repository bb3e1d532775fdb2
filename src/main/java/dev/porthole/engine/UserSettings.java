package dev.porthole.engine;

import dev.porthole.profile.Settings;
import dev.porthole.profile.store.SettingsFolder;
import dev.porthole.profile.store.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;

/// This user's settings on this machine.
public final class UserSettings {
    private final SettingsStore store;

    UserSettings() {
        store = new SettingsStore(folder());
    }

    /// Where everything lies that is kept for this user.
    static Path folder() {
        return SettingsFolder.of(
                System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    /// What is remembered; nothing at the first start.
    ///
    /// @throws IOException if the file is there and cannot be read or understood; the message says what became
    ///     of it
    public Settings load() throws IOException {
        return store.load();
    }

    public void save(Settings settings) throws IOException {
        store.save(settings);
    }

    /// Where they lie.
    public Path file() {
        return store.file();
    }
}
