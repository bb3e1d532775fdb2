package dev.porthole.ui.sockets;

import dev.porthole.engine.ProcessEnder.Outcome;
import dev.porthole.engine.ProcessEnder.Way;

/// How ending a process stands.
sealed interface EndState {
    /// Nothing has been done yet.
    record Asking() implements EndState {}

    /// It was told to end.
    record Waiting(Way way) implements EndState {}

    /// It was told to end and runs all the same.
    record StillRuns(Way way) implements EndState {}

    /// Nothing more is done.
    ///
    /// @param outcome any but [Outcome#STILL_RUNS]
    record Over(Outcome outcome) implements EndState {}
}
