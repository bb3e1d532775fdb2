package dev.porthole.sockets.source;

import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;

/// Who owns the sockets: a walk over the processes, bounded by this user's rights.
public interface OwnerSource {
    Ownership search();

    /// Whether this very process still runs, and not another one under its pid.
    boolean isAlive(ProcessRef process);
}
