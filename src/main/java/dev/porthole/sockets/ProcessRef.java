package dev.porthole.sockets;

import org.jspecify.annotations.Nullable;

/// A process as the owner of a socket.
///
/// @param pid the system's process id
/// @param startTicks when it began, in the system's own unit: with the pid it is the process's identity, as pids are
///     used again; null where it could not be read
/// @param name its short name (Linux `comm`, 15 bytes at most); null where it ended before it was asked
/// @param user whose process it is; null where it could not be read
public record ProcessRef(
        long pid,
        @Nullable Long startTicks,
        @Nullable String name,
        @Nullable String user) {}
