package dev.porthole.diagnosis;

import dev.porthole.net.IpAddress;
import java.util.Optional;

/// Why a program could not bind a port.
///
/// @param port 1 to 65535
/// @param address the one that it binds; empty for all addresses
public record BindQuestion(boolean udp, int port, Optional<IpAddress> address) {
    /// `TCP port 80`.
    public String inWords() {
        return (udp ? "UDP port " : "TCP port ") + port;
    }
}
