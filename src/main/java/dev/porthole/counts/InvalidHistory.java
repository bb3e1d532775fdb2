package dev.porthole.counts;

/// Bytes that are no history; the message is the reason.
public final class InvalidHistory extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidHistory(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
