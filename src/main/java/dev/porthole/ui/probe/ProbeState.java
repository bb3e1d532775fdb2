package dev.porthole.ui.probe;

import dev.porthole.engine.ProbeResult;

/// What the right side of the screen shows: exactly one of these.
sealed interface ProbeState {
    /// Nothing was probed yet.
    record Idle() implements ProbeState {}

    /// A probe is under way.
    ///
    /// @param target as the user will recognise it
    record Running(String target) implements ProbeState {}

    record Done(ProbeResult result) implements ProbeState {}
}
