package dev.porthole.sockets.query;

import java.util.ArrayList;
import java.util.List;

/// A piece of a query and where it stands. Quotes hide what would separate or name: blanks, commas, colons.
record Part(String text, int start, int end) {
    private static final char QUOTE = '"';

    /// The words, separated by blanks.
    static List<Part> words(String query) {
        return new Part(query, 0, query.length()).split(" \t\r\n\f\u00a0");
    }

    /// The pieces between any of the separators, without the empty ones.
    List<Part> split(String separators) {
        List<Part> pieces = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            boolean ends = at == text.length() || (!quoted && separators.indexOf(text.charAt(at)) >= 0);
            if (ends) {
                if (at > from) {
                    pieces.add(sub(from, at));
                }
                from = at + 1;
            } else if (text.charAt(at) == QUOTE) {
                quoted = !quoted;
            }
        }
        return pieces;
    }

    Part sub(int from, int to) {
        return new Part(text.substring(from, to), start + from, start + to);
    }

    Part from(int from) {
        return sub(from, text.length());
    }

    boolean isQuoted() {
        return text.indexOf(QUOTE) >= 0;
    }

    boolean isOpen() {
        return text.chars().filter(c -> c == QUOTE).count() % 2 == 1;
    }

    String unquoted() {
        return text.replace(String.valueOf(QUOTE), "");
    }
}
