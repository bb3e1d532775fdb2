package dev.porthole.diagnosis;

/// Another port of a silent host that answered: the host is up.
///
/// @param open whether it took the call; refused otherwise
public record PortAnswer(int port, boolean open) {}
