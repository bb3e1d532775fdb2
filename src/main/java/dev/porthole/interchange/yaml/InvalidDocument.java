package dev.porthole.interchange.yaml;

/// A file that cannot be used as a whole; the message is one sentence with the line and the fix, fit to be shown.
public final class InvalidDocument extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidDocument(String sentence) {
        super(sentence);
    }

    /// A fault in one line.
    ///
    /// @param line counted from 1
    public InvalidDocument(int line, String rest) {
        super("line " + line + ": " + rest);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
