package dev.porthole.interchange.datadog;

import org.jspecify.annotations.Nullable;

/// An instance that the original would refuse when it loads the file.
///
/// @param message the original's
/// @param fix what to write instead, a sentence of ours
public record BrokenInstance(int line, @Nullable String name, String message, String fix) implements Instance {}
