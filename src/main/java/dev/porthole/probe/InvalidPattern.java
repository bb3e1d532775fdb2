package dev.porthole.probe;

/// An expected pattern that cannot be used; the message says why.
public final class InvalidPattern extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidPattern(String message) {
        super(message);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
