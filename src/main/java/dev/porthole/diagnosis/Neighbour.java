package dev.porthole.diagnosis;

import dev.porthole.net.IpAddress;

/// A machine on the same link, asked for by ARP.
///
/// @param answered whether it told its hardware address
public record Neighbour(IpAddress address, String hardware, String link, boolean answered) {}
