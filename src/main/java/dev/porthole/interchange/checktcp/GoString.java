package dev.porthole.interchange.checktcp;

import org.jspecify.annotations.Nullable;

/// go-flags takes a value in double quotes as a string literal of Go.
final class GoString {
    private GoString() {}

    /// `value` itself if it does not begin with a quote; null if it does and is no literal.
    static @Nullable String unquoteIfQuoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        if (value.length() < 2 || !value.endsWith("\"")) {
            return null;
        }
        return unquote(value.substring(1, value.length() - 1));
    }

    private static @Nullable String unquote(String inner) {
        var text = new StringBuilder();
        int at = 0;
        while (at < inner.length()) {
            char c = inner.charAt(at++);
            if (c == '"' || c == '\n') {
                return null;
            }
            if (c != '\\') {
                text.append(c);
                continue;
            }
            int digits = at < inner.length() ? append(text, inner, at) : -1;
            if (digits < 0) {
                return null;
            }
            at += 1 + digits;
        }
        return text.toString();
    }

    /// Appends what the escape at `at` stands for; how many digits follow its letter, -1 if it is none.
    private static int append(StringBuilder text, String inner, int at) {
        char letter = inner.charAt(at);
        int simple = "abfnrtv\\\"".indexOf(letter);
        if (simple >= 0) {
            text.append("\u0007\b\f\n\r\t\u000b\\\"".charAt(simple));
            return 0;
        }
        int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : -1;
        if (digits < 0 || at + digits >= inner.length()) {
            return -1;
        }
        try {
            text.appendCodePoint(Integer.parseInt(inner, at + 1, at + 1 + digits, 16));
            return digits;
        } catch (IllegalArgumentException noCharacter) {
            return -1;
        }
    }
}
