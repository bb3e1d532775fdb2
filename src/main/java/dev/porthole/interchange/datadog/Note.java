package dev.porthole.interchange.datadog;

import org.jspecify.annotations.Nullable;

/// Something in the file that has no effect here, or another one than it seems.
///
/// @param line of the file, from 1
/// @param instance its raw name; null if the note is not about one
public record Note(int line, @Nullable String instance, String sentence) {}
