package dev.porthole.diagnosis;

import dev.porthole.net.IpAddress;

/// Another port of a silent host that answered: the host is up.
///
/// @param open whether it took the call; refused otherwise
public record PortAnswer(IpAddress address, int port, boolean open) {}
