package dev.porthole.ui.datadog;

import dev.porthole.net.IpAddress;
import dev.porthole.net.SocketState;
import dev.porthole.probe.Address;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who listens on a TCP port of this machine.
///
/// @param listeners each address once; may be none
/// @param time when the table was read
record LocalListeners(long port, List<Listener> listeners, Instant time) {
    /// @param address as it is bound; `0.0.0.0` and `::` stand for every address of their family
    record Listener(IpAddress address, Owner owner) {
        boolean isIpv4() {
            return !address.ipv6() || address.isMapped();
        }
    }

    LocalListeners {
        listeners = List.copyOf(listeners);
    }

    /// Empty if the address is not this machine's, as far as its sockets show.
    static Optional<LocalListeners> behind(Address called, long port, Snapshot snapshot) {
        IpAddress address = IpAddress.parse(called.text()).orElse(null);
        if (address == null || snapshot.size() == 0 || !isHere(address, snapshot.table())) {
            return Optional.empty();
        }
        List<Listener> found = new ArrayList<>();
        for (int row = 0; row < snapshot.size(); row++) {
            if (snapshot.table().localPort(row) == port
                    && snapshot.state(row) == SocketState.LISTEN
                    && snapshot.protocol(row).isTcp()) {
                IpAddress bound = snapshot.table().localAddress(row);
                if (found.stream().noneMatch(listener -> listener.address().equals(bound))) {
                    found.add(new Listener(bound, snapshot.owner(row)));
                }
            }
        }
        return Optional.of(new LocalListeners(port, found, snapshot.time()));
    }

    /// Somebody listens, and over IPv4 only.
    boolean isIpv4Only() {
        return !listeners.isEmpty() && listeners.stream().allMatch(Listener::isIpv4);
    }

    /// Somebody listens, and on IPv6 addresses only; `::` may take IPv4, too.
    boolean isIpv6Only() {
        return !listeners.isEmpty() && listeners.stream().noneMatch(Listener::isIpv4);
    }

    private static boolean isHere(IpAddress address, SocketTable table) {
        if (address.isLoopback()) {
            return true;
        }
        for (int row = 0; row < table.size(); row++) {
            if (table.localLow(row) == address.low()
                    && table.localHigh(row) == address.high()
                    && table.localAddress(row).equals(address)) {
                return true;
            }
        }
        return false;
    }
}
