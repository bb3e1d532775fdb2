package dev.porthole.counts;

import java.util.Optional;
import java.util.OptionalLong;

/// What bounds the number of sockets on this machine, as far as the system tells.
///
/// @param ephemeralPorts the local ports that outgoing connections get
/// @param openFiles how many files, sockets among them, may be open on the whole machine
public record SystemLimits(Optional<PortRange> ephemeralPorts, OptionalLong openFiles) {
    public static final SystemLimits UNKNOWN = new SystemLimits(Optional.empty(), OptionalLong.empty());
}
