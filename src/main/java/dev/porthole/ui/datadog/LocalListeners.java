package dev.porthole.ui.datadog;

import dev.porthole.diagnosis.Waiting;
import dev.porthole.net.IpAddress;
import dev.porthole.probe.Address;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who listens on a TCP port of this machine.
///
/// @param listeners each address once; may be none
record LocalListeners(long port, List<Waiting> listeners) {
    private static final int NO_PORT = 65_536;

    LocalListeners {
        listeners = List.copyOf(listeners);
    }

    /// Empty if the address is not this machine's, as far as its sockets show.
    static Optional<LocalListeners> behind(Address called, long port, Snapshot snapshot) {
        IpAddress address = IpAddress.parse(called.text()).orElse(null);
        if (address == null || snapshot.size() == 0 || !isHere(address, snapshot.table())) {
            return Optional.empty();
        }
        List<Waiting> found = new ArrayList<>();
        for (Waiting waiting : Waiting.on(snapshot, Math.clamp(port, -1, NO_PORT))) {
            boolean known = found.stream().anyMatch(other -> other.address().equals(waiting.address()));
            if (waiting.isTcp() && !known) {
                found.add(waiting);
            }
        }
        return Optional.of(new LocalListeners(port, found));
    }

    /// Somebody listens, and over IPv4 only.
    boolean isIpv4Only() {
        return takesNobodyOf(true);
    }

    /// Somebody listens, and over IPv6 only: not where the system keeps it to itself whether `::` takes IPv4.
    boolean isIpv6Only() {
        return takesNobodyOf(false);
    }

    private boolean takesNobodyOf(boolean ipv6) {
        return !listeners.isEmpty()
                && listeners.stream().allMatch(waiting -> waiting.covers(ipv6).equals(Optional.of(false)));
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
