package dev.porthole.net;

/// Foreign text inside a sentence of ours: in quotes, cut, and with nothing but printable ASCII as it is.
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        var quoted = new StringBuilder("“");
        text.codePoints().limit(LONGEST).forEach(point -> {
            if ((point >= ' ' && point <= '~') || Character.isLetterOrDigit(point)) {
                quoted.appendCodePoint(point);
            } else {
                quoted.append("\\u{").append(Integer.toHexString(point)).append('}');
            }
        });
        return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "…”" : "”")
                .toString();
    }
}
