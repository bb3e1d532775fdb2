package dev.porthole.net;

/// Foreign text made fit to be shown, copied and logged: what a terminal would obey, what reorders or hides other
/// text, and octets that are no UTF-8 become visible escapes. At most 4 KB of it.
public final class SafeText {
    private static final int LONGEST = 4096;

    private SafeText() {}

    /// Text of a server, a file, a certificate or a process.
    public static String of(String text) {
        var safe = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> append(safe, point));
        return text.codePointCount(0, text.length()) > LONGEST
                ? safe.append('…').toString()
                : safe.toString();
    }

    /// The same for a screen: a backslash stays one, so that a path of Windows reads well. What looks like an escape
    /// may be one that the text itself holds.
    public static String readable(String text) {
        var safe = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (point == '\\') {
                safe.append('\\');
            } else {
                append(safe, point);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST
                ? safe.append('…').toString()
                : safe.toString();
    }

    /// One code point.
    public static void append(StringBuilder safe, int point) {
        switch (point) {
            case '\n' -> safe.append("\\n");
            case '\r' -> safe.append("\\r");
            case '\t' -> safe.append("\\t");
            case '\\' -> safe.append("\\\\");
            default -> {
                if (point < 0x20 || point == 0x7f) {
                    appendOctet(safe, point);
                } else if (isHarmless(point)) {
                    safe.appendCodePoint(point);
                } else {
                    safe.append("\\u{").append(Integer.toHexString(point)).append('}');
                }
            }
        }
    }

    /// An octet that is no text, as `\xNN`.
    public static void appendOctet(StringBuilder safe, int octet) {
        safe.append("\\x").append(Character.forDigit(octet >> 4, 16)).append(Character.forDigit(octet & 15, 16));
    }

    /// By general category: format characters hold the bidi controls, zero-width characters and tags.
    private static boolean isHarmless(int point) {
        boolean blank = point == 0x115f || point == 0x1160 || point == 0x3164 || point == 0xffa0 || point == 0x2800;
        boolean selector = (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef);
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> !blank && !selector;
        };
    }
}
