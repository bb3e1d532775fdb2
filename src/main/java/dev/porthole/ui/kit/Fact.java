package dev.porthole.ui.kit;

/// A name and a value, both as shown.
///
/// @param hint what the name means, shown while the pointer rests on it; empty for none
public record Fact(String name, String value, String hint) {
    public Fact(String name, String value) {
        this(name, value, "");
    }

    /// With the name and its meaning from the messages.
    ///
    /// @param key of the name in the messages; with `.hint` behind it that of the meaning
    public static Fact explained(String key, String value) {
        return new Fact(Messages.text(key), value, Messages.text(key + ".hint"));
    }

    /// With the name from the messages.
    ///
    /// @param key of the name in the messages
    public static Fact of(String key, String value) {
        return new Fact(Messages.text(key), value);
    }
}
