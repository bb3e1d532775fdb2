package dev.porthole.probe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Octets typed as text: `\n`, `\r`, `\t`, `\\` and `\xNN`; all else is UTF-8. Unlike [Escapes], which is the way of
/// other programs, it takes no other backslash.
public final class ByteEscapes {
    private ByteEscapes() {}

    /// The octets that were meant.
    ///
    /// @throws IllegalArgumentException with a sentence that names the escape
    public static Bytes read(String typed) {
        var meant = new ByteArrayOutputStream();
        int at = 0;
        while (at < typed.length()) {
            int plain = typed.indexOf('\\', at);
            int end = plain < 0 ? typed.length() : plain;
            meant.writeBytes(typed.substring(at, end).getBytes(StandardCharsets.UTF_8));
            at = end;
            if (plain >= 0) {
                at = escape(typed, plain, meant);
            }
        }
        return Bytes.of(meant.toByteArray());
    }

    /// The index behind the escape.
    private static int escape(String typed, int backslash, ByteArrayOutputStream meant) {
        char letter = backslash + 1 < typed.length() ? typed.charAt(backslash + 1) : ' ';
        switch (letter) {
            case 'n' -> meant.write('\n');
            case 'r' -> meant.write('\r');
            case 't' -> meant.write('\t');
            case '\\' -> meant.write('\\');
            case 'x' -> {
                meant.write(octet(typed, backslash));
                return backslash + 4;
            }
            default ->
                throw new IllegalArgumentException("A backslash is followed by n, r, t, x and two digits, or a"
                        + " backslash, not by “" + letter + "”.");
        }
        return backslash + 2;
    }

    private static int octet(String typed, int backslash) {
        int end = Math.min(backslash + 4, typed.length());
        String digits = typed.substring(backslash + 2, end);
        if (!digits.matches("[0-9A-Fa-f]{2}")) {
            throw new IllegalArgumentException("\\x is followed by two hexadecimal digits, not by “" + digits + "”.");
        }
        return Integer.parseInt(digits, 16);
    }

    /// The way to type `bytes`, in ASCII: `read(write(bytes))` is `bytes`.
    public static String write(Bytes bytes) {
        var typed = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            int octet = bytes.at(i);
            switch (octet) {
                case '\n' -> typed.append("\\n");
                case '\r' -> typed.append("\\r");
                case '\t' -> typed.append("\\t");
                case '\\' -> typed.append("\\\\");
                default -> {
                    if (octet >= ' ' && octet < 0x7f) {
                        typed.append((char) octet);
                    } else {
                        typed.append(String.format("\\x%02x", octet));
                    }
                }
            }
        }
        return typed.toString();
    }
}
