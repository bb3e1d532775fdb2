package dev.porthole.ui.datadog;

import dev.porthole.interchange.datadog.CheckResult;
import dev.porthole.interchange.datadog.CheckResult.Resolved;
import dev.porthole.interchange.datadog.Instance;
import dev.porthole.probe.Address;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One row of the table: an instance that has no address yet, or one address of its host.
///
/// @param place of the instance in the file, from 0
/// @param address null: not looked up, or there is none
/// @param result null: none yet, or nobody calls this address
/// @param lookup what the host resolved to; null: not looked up, or to nothing
record CheckRow(
        int place,
        Instance instance,
        @Nullable Address address,
        @Nullable CheckResult result,
        @Nullable Resolved lookup) {

    /// The host has this address and the check does not call it.
    boolean isLeftOut() {
        return lookup != null && address != null && !lookup.called().contains(address);
    }

    /// Nothing more comes for it in this run.
    boolean isOver() {
        return result != null || isLeftOut();
    }

    boolean isPlaceOf(CheckRow other) {
        return place == other.place && Objects.equals(address, other.address);
    }

    CheckRow with(CheckResult found) {
        return new CheckRow(place, instance, address, found, lookup);
    }
}
