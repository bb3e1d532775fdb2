package dev.porthole.cli;

import dev.porthole.net.SafeText;

/// An option with a value that cannot be used; the message is the sentence for the user.
final class InvalidOption extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidOption(String sentence) {
        super(sentence);
    }

    static InvalidOption of(String option, String value, String allowed) {
        return new InvalidOption(
                option + " does not know \"" + SafeText.of(value) + "\"; allowed are " + allowed + ".");
    }

    static InvalidOption value(String option, String value, String wanted) {
        return new InvalidOption(option + ": \"" + SafeText.of(value) + "\" is not " + wanted + ".");
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
