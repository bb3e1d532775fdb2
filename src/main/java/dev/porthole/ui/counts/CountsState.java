package dev.porthole.ui.counts;

/// What the screen has to show.
sealed interface CountsState {
    /// The first snapshot is not counted yet.
    record Waiting() implements CountsState {}

    /// The sockets cannot be read.
    record Failed(String reason) implements CountsState {}

    record Showing(CountFrame frame) implements CountsState {}
}
