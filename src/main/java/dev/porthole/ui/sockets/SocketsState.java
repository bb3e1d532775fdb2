package dev.porthole.ui.sockets;

/// What the screen of sockets shows: exactly one of these.
sealed interface SocketsState {
    /// The first reading is under way.
    record Waiting() implements SocketsState {}

    record Showing(Arrangement arrangement) implements SocketsState {}

    /// No reading succeeds.
    ///
    /// @param reason one sentence
    record Failed(String reason) implements SocketsState {}
}
