package dev.porthole.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The window's texts, from `messages.properties`.
public final class Messages {
    public static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.porthole.ui.messages", Locale.ENGLISH, Messages.class.getModule());

    private Messages() {}

    /// The text under that name, with `{0}`, `{1}` … filled in.
    public static String text(String name, Object... values) {
        return new MessageFormat(BUNDLE.getString(name), Locale.ENGLISH).format(values);
    }
}
