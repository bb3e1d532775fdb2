package dev.porthole.sockets;

import java.util.List;

/// Who holds a socket, or why that is not known.
public sealed interface Owner {
    /// Held by these processes, at least one, the lowest pid first: a forked server's workers share its listener.
    record Known(List<ProcessRef> processes) implements Owner {
        public Known {
            processes = List.copyOf(processes);
            if (processes.isEmpty()) {
                throw new IllegalArgumentException("a known owner is at least one process");
            }
        }

        public ProcessRef first() {
            return processes.getFirst();
        }
    }

    /// Somebody holds it, and it cannot be told who.
    record Hidden(Why why) implements Owner {}

    /// Nobody holds it.
    record None(Why why) implements Owner {}

    /// Why there is no process to name.
    enum Why {
        /// The kernel keeps a closed connection's ports for a minute.
        TIME_WAIT,
        /// The handshake is not done: no process has the connection yet.
        HANDSHAKE,
        /// Connected, in the listener's accept queue: no process has taken it yet.
        NOT_ACCEPTED,
        /// The process closed it; the kernel sends what is left.
        ORPHANED,
        /// The open files of another user's process: rights are missing.
        NO_RIGHTS,
        /// All processes in view were searched: the kernel itself or a process of another PID namespace.
        NOT_IN_VIEW,
        /// The search has not come round to it.
        SEARCHING
    }
}
