package dev.porthole.sockets.query;

/// The whole numbers from `least` to `most`, both included.
record Span(long least, long most) {
    boolean holds(long number) {
        return number >= least && number <= most;
    }

    /// Whether no number from this one on lies outside.
    boolean holdsAllFrom(long number) {
        return holds(number) && most == Long.MAX_VALUE;
    }

    static boolean anyHolds(Span[] spans, long number) {
        for (Span span : spans) {
            if (span.holds(number)) {
                return true;
            }
        }
        return false;
    }
}
