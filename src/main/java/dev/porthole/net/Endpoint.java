package dev.porthole.net;

/// One end of a socket.
///
/// @param port 0 to 65535; 0 means that the end is not bound
public record Endpoint(IpAddress address, int port) {
    public Endpoint {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }

    /// `127.0.0.1:80`, `[::1]:80`.
    @Override
    public String toString() {
        return address.ipv6() ? "[" + address + "]:" + port : address + ":" + port;
    }
}
