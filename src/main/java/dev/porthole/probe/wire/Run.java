package dev.porthole.probe.wire;

import dev.porthole.probe.Fault;
import org.jspecify.annotations.Nullable;

/// What one run hands from phase to phase.
record Run(Stopwatch clock, Abort abort, Deadline deadline, SystemErrors errors) {
    Run(Stopwatch clock, Abort abort, Deadline deadline) {
        this(clock, abort, deadline, SystemErrors.UNKNOWN);
    }

    /// Why the run was ended from outside, in the words of the phase; null if it was not.
    @Nullable
    Fault ended(Fault timedOut) {
        if (!deadline.isOver()) {
            return null;
        }
        return abort.reason() == Abort.Reason.CANCELLED ? new Fault.Cancelled() : timedOut;
    }
}
