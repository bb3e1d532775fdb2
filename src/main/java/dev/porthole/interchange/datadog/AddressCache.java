package dev.porthole.interchange.datadog;

import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an instance remembers of its host from run to run.
///
/// @param addresses those that are called; empty: the next run looks them up
/// @param scheduled start of the run that last looked them up because of their age; null: none has
public record AddressCache(
        List<Address> addresses, @Nullable Duration scheduled) {
    public static final AddressCache EMPTY = new AddressCache(List.of(), null);

    /// Whether and why a run looks the name up.
    public enum Lookup {
        NONE,
        /// Their age asks for it.
        SCHEDULED,
        /// There are none.
        NEEDED
    }

    public AddressCache {
        addresses = List.copyOf(addresses);
    }

    /// Whether a run that starts at `now` looks the name up.
    ///
    /// @param keepFor see [TcpInstance.Addressing]; reached exactly, they are still kept
    /// @param now on the clock of all runs
    public Lookup lookup(@Nullable Duration keepFor, Duration now) {
        boolean old =
                keepFor != null && (scheduled == null || now.minus(scheduled).compareTo(keepFor) > 0);
        return old ? Lookup.SCHEDULED : addresses.isEmpty() ? Lookup.NEEDED : Lookup.NONE;
    }

    /// After a look-up that began for `why` in a run that started at `start`.
    public AddressCache with(List<Address> called, Lookup why, Duration start) {
        return new AddressCache(called, why == Lookup.SCHEDULED ? start : scheduled);
    }

    /// Only a failure over IPv4 forgets the addresses: the original's quirk.
    public AddressCache afterFailure(Address failed) {
        return failed.family() == Family.IPV4 ? new AddressCache(List.of(), scheduled) : this;
    }
}
