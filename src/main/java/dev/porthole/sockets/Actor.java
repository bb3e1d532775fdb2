package dev.porthole.sockets;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who runs Porthole, as far as it decides which processes may be ended from it.
///
/// @param pid Porthole's own
/// @param parents the pids of the process that started Porthole, of the one that started that, and so on
/// @param user as owners are named; null if unknown
/// @param mayEndOthers whether processes of other users are not refused beforehand: root, or a system whose rights do
///     not hang on the user
public record Actor(long pid, Set<Long> parents, @Nullable String user, boolean mayEndOthers) {
    public Actor {
        parents = Set.copyOf(parents);
    }

    /// Why this process may not be ended; empty if it may. The system has the last word all the same.
    public Optional<Refusal> refusal(ProcessRef process) {
        if (process.pid() <= 1) {
            return Optional.of(Refusal.FIRST_PROCESS);
        }
        if (process.pid() == pid) {
            return Optional.of(Refusal.PORTHOLE);
        }
        if (parents.contains(process.pid())) {
            return Optional.of(Refusal.PARENT);
        }
        if (process.startTicks() == null) {
            return Optional.of(Refusal.UNIDENTIFIED);
        }
        boolean stranger =
                process.user() != null && user != null && !process.user().equals(user);
        return stranger && !mayEndOthers ? Optional.of(Refusal.OTHER_USER) : Optional.empty();
    }
}
