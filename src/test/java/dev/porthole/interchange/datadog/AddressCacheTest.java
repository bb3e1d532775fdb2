package dev.porthole.interchange.datadog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.interchange.datadog.AddressCache.Lookup;
import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows DD-019, 020, 034, 040 and 056 of the recorded behaviour, and the quirk with IPv6.
class AddressCacheTest {
    private static final Address V4 = new Address(Family.IPV4, "127.0.0.1");
    private static final Address V6 = new Address(Family.IPV6, "::1");

    @Test
    void withoutADurationGoodAddressesAreKeptForEver() {
        AddressCache cache = AddressCache.EMPTY;
        assertEquals(Lookup.NEEDED, cache.lookup(null, at(0)));

        cache = cache.with(List.of(V4), Lookup.NEEDED, at(0));
        assertEquals(Lookup.NONE, cache.lookup(null, at(1_000_000)));
    }

    @Test
    void aFailureOverIpv4Forgets() {
        AddressCache cache = AddressCache.EMPTY.with(List.of(V4, V6), Lookup.NEEDED, at(0));

        assertEquals(Lookup.NEEDED, cache.afterFailure(V4).lookup(null, at(1)));
    }

    @Test
    void aFailureOverIpv6ForgetsNothing() {
        AddressCache cache = AddressCache.EMPTY.with(List.of(V6, V4), Lookup.NEEDED, at(0));

        assertEquals(cache, cache.afterFailure(V6));
        assertEquals(Lookup.NONE, cache.afterFailure(V6).lookup(null, at(1_000_000)));
    }

    @Test
    void aDurationIsReachedOnlyWhenItIsPassed() {
        Duration keep = Duration.ofMinutes(2);
        assertEquals(Lookup.SCHEDULED, AddressCache.EMPTY.lookup(keep, at(0)));
        AddressCache cache = AddressCache.EMPTY.with(List.of(V4), Lookup.SCHEDULED, at(0));

        assertEquals(Lookup.NONE, cache.lookup(keep, at(119)));
        assertEquals(Lookup.NONE, cache.lookup(keep, at(120)));
        assertEquals(Lookup.SCHEDULED, cache.lookup(keep, at(121)));
    }

    @Test
    void zeroLooksUpInEveryRun() {
        AddressCache cache = AddressCache.EMPTY.with(List.of(V4), Lookup.SCHEDULED, at(5));

        assertEquals(Lookup.SCHEDULED, cache.lookup(Duration.ZERO, at(5).plusNanos(1)));
    }

    @Test
    void aLookUpAfterAFailureDoesNotResetTheAge() {
        Duration keep = Duration.ofMinutes(1);
        AddressCache cache =
                AddressCache.EMPTY.with(List.of(V4), Lookup.SCHEDULED, at(0)).afterFailure(V4);
        assertEquals(Lookup.NEEDED, cache.lookup(keep, at(30)));

        cache = cache.with(List.of(V4), Lookup.NEEDED, at(30));
        assertEquals(Lookup.SCHEDULED, cache.lookup(keep, at(61)));
    }

    private static Duration at(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
