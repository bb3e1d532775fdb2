package dev.porthole.sockets.query;

import dev.porthole.net.SafeText;

/// A query that cannot be read. The message is one sentence that names the word and the fix.
public final class InvalidQuery extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 60;

    private final int start;
    private final int end;

    /// @param rest follows the word in the sentence
    InvalidQuery(Part part, String rest) {
        super(quoted(part.text()) + " " + rest);
        this.start = part.start();
        this.end = part.end();
    }

    private static String quoted(String text) {
        String safe = SafeText.readable(text);
        return "“" + (safe.length() > LONGEST ? safe.substring(0, LONGEST) + "…" : safe) + "”";
    }

    /// Where the word begins that is wrong, in characters of the query.
    public int start() {
        return start;
    }

    /// Where it ends, exclusive.
    public int end() {
        return end;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
