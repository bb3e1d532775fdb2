package dev.porthole.profile.store;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where each system wants a program's settings to lie.
public final class SettingsFolder {
    private SettingsFolder() {}

    /// `$PORTHOLE_HOME` if it is set; else `$XDG_CONFIG_HOME/porthole` or `~/.config/porthole`, on macOS
    /// `~/Library/Application Support/Porthole`, on Windows `%APPDATA%\Porthole`.
    ///
    /// @param system `os.name`
    /// @param home `user.home`
    public static Path of(String system, Path home, Map<String, String> environment) {
        String own = set(environment.get("PORTHOLE_HOME"));
        if (own != null) {
            return Path.of(own);
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Porthole");
        }
        if (system.startsWith("Windows")) {
            String roaming = set(environment.get("APPDATA"));
            return (roaming == null ? home.resolve("AppData\\Roaming") : Path.of(roaming)).resolve("Porthole");
        }
        String config = set(environment.get("XDG_CONFIG_HOME"));
        // A relative one is to be ignored, says the XDG specification.
        return (config == null || !Path.of(config).isAbsolute() ? home.resolve(".config") : Path.of(config))
                .resolve("porthole");
    }

    private static @Nullable String set(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
