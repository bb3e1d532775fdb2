package dev.porthole.diagnosis;

import dev.porthole.net.IpAddress;
import java.util.List;

/// What this machine tells of itself besides its sockets.
public record HostFacts(Told<List<LocalAddress>> addresses) {
    /// Whether packets to this address stay on this machine.
    public boolean isOwn(IpAddress address) {
        return address.isLoopback()
                || address.isAny()
                || addresses.ifKnown().stream().flatMap(List::stream).anyMatch(own -> own.address()
                        .equals(address));
    }
}
