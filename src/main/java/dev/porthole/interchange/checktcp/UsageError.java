package dev.porthole.interchange.checktcp;

/// Words that check-tcp does not take; the message is for the error stream.
public final class UsageError extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UsageError(String message) {
        super(message);
    }
}
