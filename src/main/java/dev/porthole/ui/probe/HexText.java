package dev.porthole.ui.probe;

import dev.porthole.probe.Bytes;

/// Octets as hexadecimal digits.
final class HexText {
    private static final int BRIEF = 24;
    private static final int ROW = 16;
    private static final int LONGEST = 64 * 1024;

    private HexText() {}

    /// The first of them, on one line.
    static String brief(Bytes octets) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(BRIEF, octets.length()); i++) {
            text.append(i == 0 ? "" : " ");
            append(text, octets.at(i));
        }
        return octets.length() > BRIEF ? text.append(" …").toString() : text.toString();
    }

    /// Sixteen to a line, with their place before and what is printable behind.
    static String dump(Bytes octets) {
        StringBuilder text = new StringBuilder();
        int shown = Math.min(octets.length(), LONGEST);
        for (int row = 0; row < shown; row += ROW) {
            text.append(String.format("%06x  ", row));
            StringBuilder readable = new StringBuilder();
            for (int i = row; i < row + ROW; i++) {
                if (i < shown) {
                    append(text, octets.at(i));
                    readable.append(octets.at(i) >= ' ' && octets.at(i) < 0x7f ? (char) octets.at(i) : '.');
                } else {
                    text.append("  ");
                }
                text.append(i == row + ROW / 2 - 1 ? "  " : " ");
            }
            text.append(' ').append(readable).append('\n');
        }
        return shown < octets.length() ? text.append("…\n").toString() : text.toString();
    }

    private static void append(StringBuilder text, int octet) {
        text.append(Character.forDigit(octet >> 4, 16)).append(Character.forDigit(octet & 15, 16));
    }
}
