package dev.porthole.probe;

/// The escapes of send and quit texts: `\n`, `\r`, `\t` and `\\`. Any other backslash stays what it is, a last one too.
public final class Escapes {
    private Escapes() {}

    /// The text that was meant.
    public static String read(String typed) {
        var meant = new StringBuilder(typed.length());
        int at = 0;
        while (at < typed.length()) {
            char c = typed.charAt(at++);
            if (c != '\\' || at == typed.length()) {
                meant.append(c);
                continue;
            }
            char letter = typed.charAt(at++);
            switch (letter) {
                case 'n' -> meant.append('\n');
                case 'r' -> meant.append('\r');
                case 't' -> meant.append('\t');
                case '\\' -> meant.append('\\');
                default -> meant.append('\\').append(letter);
            }
        }
        return meant.toString();
    }

    /// The way to type `text`: `read(write(text))` is `text`.
    public static String write(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
