package dev.porthole.sockets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the system tells of a process when it is asked for one; each is null where it does not tell or rights are
/// missing.
///
/// @param path of the program
/// @param commandLine program and arguments
public record ProcessFacts(
        @Nullable String path,
        @Nullable String commandLine,
        @Nullable String user,
        @Nullable Instant started,
        @Nullable Long parentPid) {}
