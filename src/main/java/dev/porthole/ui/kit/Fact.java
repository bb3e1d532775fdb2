package dev.porthole.ui.kit;

/// A name and a value, both as shown.
public record Fact(String name, String value) {
    /// With the name from the messages.
    ///
    /// @param key of the name in the messages
    public static Fact of(String key, String value) {
        return new Fact(Messages.text(key), value);
    }
}
