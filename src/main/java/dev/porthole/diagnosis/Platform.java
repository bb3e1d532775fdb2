package dev.porthole.diagnosis;

import java.util.Locale;

/// The kind of system that remedies are written for.
public enum Platform {
    LINUX,
    MACOS,
    WINDOWS,
    OTHER;

    /// The one of this name.
    ///
    /// @param osName Java's `os.name`
    public static Platform of(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return LINUX;
        }
        if (name.startsWith("mac")) {
            return MACOS;
        }
        return name.startsWith("windows") ? WINDOWS : OTHER;
    }
}
