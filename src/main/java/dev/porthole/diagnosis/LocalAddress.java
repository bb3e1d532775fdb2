package dev.porthole.diagnosis;

import dev.porthole.net.IpAddress;

/// An address of this machine.
///
/// @param link the interface that has it, as the system names it: `eth0`
public record LocalAddress(IpAddress address, String link) {}
