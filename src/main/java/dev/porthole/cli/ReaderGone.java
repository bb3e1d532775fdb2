package dev.porthole.cli;

/// Whoever read our output has closed it; there is nobody left to write for. An error, so that no handler on the way
/// takes it for a failure of its own.
final class ReaderGone extends Error {
    private static final long serialVersionUID = 1L;

    ReaderGone() {
        super(null, null, false, false);
    }
}
