package dev.porthole.cli;

/// Whoever read our output has closed it; there is nobody left to write for.
final class ReaderGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReaderGone() {
        super(null, null, false, false);
    }
}
