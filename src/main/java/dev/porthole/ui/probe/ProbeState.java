package dev.porthole.ui.probe;

import dev.porthole.engine.ProbeResult;

/// What the right side of the screen shows: exactly one of these.
sealed interface ProbeState {
    /// Nothing was probed yet.
    record Idle() implements ProbeState {}

    /// A probe is under way.
    ///
    /// @param target as the user will recognise it
    /// @param again whether it is one of a series, during which the last result stays on screen
    record Running(String target, boolean again) implements ProbeState {}

    /// A run came to its end.
    ///
    /// @param secret whether what was sent is not to be shown
    record Done(ProbeResult result, boolean secret) implements ProbeState {}
}
