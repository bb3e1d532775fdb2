package dev.porthole.interchange.datadog;

import dev.porthole.probe.Address;
import dev.porthole.probe.Fault;
import dev.porthole.threshold.Severity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a run of an instance found out.
public sealed interface CheckResult {
    Instance instance();

    /// UNKNOWN where no value could be had.
    Severity severity();

    /// The host was looked up.
    ///
    /// @param found every address that the resolver gave, in its order
    /// @param called those of them that this run calls
    record Resolved(TcpInstance instance, List<Address> found, List<Address> called) implements CheckResult {
        public Resolved {
            found = List.copyOf(found);
            called = List.copyOf(called);
        }

        @Override
        public Severity severity() {
            return Severity.OK;
        }
    }

    /// One address was called: one row of a table.
    ///
    /// @param fault null: the connection stood
    /// @param sentence ours, in plain words
    record Tried(
            TcpInstance instance, Address address, @Nullable Fault fault, Times times, String sentence)
            implements CheckResult {
        public boolean isUp() {
            return fault == null;
        }

        @Override
        public Severity severity() {
            return isUp() ? Severity.OK : Severity.CRITICAL;
        }
    }

    /// How long one call took.
    ///
    /// @param connecting to this address alone
    /// @param sinceStart from the start of the run on; the original's messages count so
    record Times(Duration connecting, Duration sinceStart) {}

    /// The host has no address, so nothing is sent: in Datadog it looks like missing data.
    ///
    /// @param message the original's
    /// @param reason the resolver's own text, as Python has it
    record Unresolved(TcpInstance instance, String message, String reason) implements CheckResult {
        @Override
        public Severity severity() {
            return Severity.UNKNOWN;
        }
    }

    /// The original refuses to load it.
    record Misconfigured(BrokenInstance instance) implements CheckResult {
        @Override
        public Severity severity() {
            return Severity.UNKNOWN;
        }
    }
}
