package dev.porthole.diagnosis;

import org.jspecify.annotations.Nullable;

/// What to do about a finding.
///
/// @param text one sentence
/// @param command what to type for it on this system, ready to be pasted into a shell; null where it is no matter of a
///     command
public record Remedy(String text, @Nullable String command) {
    public static Remedy of(String text) {
        return new Remedy(text, null);
    }
}
