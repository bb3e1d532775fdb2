package dev.porthole.probe;

import org.jspecify.annotations.Nullable;

/// How the target is approached.
///
/// @param source the numeric address of this machine to call from, so also the one family that is called; null: the
/// system's choice
public record Approach(AddressMode mode, @Nullable String source) {
    public static final Approach DEFAULT = new Approach(AddressMode.FIRST_ANSWER, null);
}
