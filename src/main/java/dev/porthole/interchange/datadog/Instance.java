package dev.porthole.interchange.datadog;

import org.jspecify.annotations.Nullable;

/// An entry under `instances:`.
public sealed interface Instance permits TcpInstance, BrokenInstance {
    /// Of the file, from 1.
    int line();

    /// Raw; null if the file gives none that is text.
    @Nullable
    String name();
}
