package dev.porthole.sockets.source;

import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketEntry;
import java.util.Optional;

/// Who owns the sockets: a walk over the processes, bounded by this user's rights.
public interface OwnerSource {
    Ownership search();

    /// What can be told of owners without looking at any process: who has no owner, and why.
    default Ownership unsearched() {
        return Ownership.SEARCHING;
    }

    /// What follows owners from reading to reading; empty where each reading needs a search of its own.
    default Optional<OwnerTracker> tracker() {
        return Optional.empty();
    }

    /// Whether this very process still runs, and not another one under its pid.
    boolean isAlive(ProcessRef process);

    /// Whether the process under this pid holds this socket now, as far as this user may see.
    boolean holds(ProcessRef process, SocketEntry socket);
}
