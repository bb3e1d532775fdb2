package dev.porthole.threshold;

/// A text that is no [Range]. The message is the original's; the rest is for one who is typing.
public final class InvalidRange extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String part;
    private final int at;

    InvalidRange(Fault fault, String message, String part, int at) {
        super(message);
        this.fault = fault;
        this.part = part;
        this.at = at;
    }

    public enum Fault {
        NOT_A_NUMBER,
        TURNED_ROUND,
        TOO_MANY_COLONS
    }

    /// The original's sentence, without a full stop.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    public Fault fault() {
        return fault;
    }

    /// The words at fault.
    public String part() {
        return part;
    }

    /// Where they begin in the text: characters from its beginning.
    public int at() {
        return at;
    }
}
