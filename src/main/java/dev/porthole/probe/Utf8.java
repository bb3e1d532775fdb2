package dev.porthole.probe;

import java.util.function.IntConsumer;

/// Decodes UTF-8 as Go does: every octet that is part of no valid sequence stands for itself. Java's decoder folds a
/// broken sequence into one replacement, which a pattern like `^.{3}$` notices.
final class Utf8 {
    /// What a decoder meets.
    interface Reader {
        void character(int codePoint);

        void badOctet(int octet);
    }

    private Utf8() {}

    /// Each bad octet becomes one U+FFFD.
    static String decode(Bytes bytes) {
        var text = new StringBuilder(bytes.length());
        read(bytes, bytes.length(), new Reader() {
            @Override
            public void character(int codePoint) {
                text.appendCodePoint(codePoint);
            }

            @Override
            public void badOctet(int octet) {
                text.append('\ufffd');
            }
        });
        return text.toString();
    }

    /// The number of octets that the first `characters` of the decoded text were.
    static int octets(Bytes bytes, int characters) {
        int at = 0;
        int seen = 0;
        int[] point = new int[1];
        while (at < bytes.length() && seen < characters) {
            int length = sequence(bytes, at, bytes.length(), found -> point[0] = found);
            seen += length == 0 ? 1 : Character.charCount(point[0]);
            at += Math.max(length, 1);
        }
        return at;
    }

    static void read(Bytes bytes, int end, Reader reader) {
        int at = 0;
        while (at < end) {
            int length = sequence(bytes, at, end, reader::character);
            if (length == 0) {
                reader.badOctet(bytes.at(at));
            }
            at += Math.max(length, 1);
        }
    }

    /// The length of the valid sequence at `at`, 0 if there is none.
    private static int sequence(Bytes bytes, int at, int end, IntConsumer found) {
        int first = bytes.at(at);
        int length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        boolean leads = first < 0x80 || (first >= 0xc2 && first <= 0xf4);
        if (!leads || at + length > end) {
            return 0;
        }
        int point = length == 1 ? first : (first & (0x7f >> length));
        for (int i = 1; i < length; i++) {
            int next = bytes.at(at + i);
            if ((next & 0xc0) != 0x80) {
                return 0;
            }
            point = (point << 6) | (next & 0x3f);
        }
        if (!isShortest(point, length) || (point >= 0xd800 && point <= 0xdfff) || point > Character.MAX_CODE_POINT) {
            return 0;
        }
        found.accept(point);
        return length;
    }

    private static boolean isShortest(int point, int length) {
        return switch (length) {
            case 3 -> point >= 0x800;
            case 4 -> point >= 0x1_0000;
            default -> true;
        };
    }
}
