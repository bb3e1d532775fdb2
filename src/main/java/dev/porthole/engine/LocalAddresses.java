package dev.porthole.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;

/// The addresses of this machine.
public final class LocalAddresses {
    private LocalAddresses() {}

    /// Whether a numeric address is one of them, loopback included; false for what is no address. Asks no name server.
    public static boolean holds(String address) {
        try {
            InetAddress read = InetAddress.ofLiteral(address);
            return read.isLoopbackAddress() || NetworkInterface.getByInetAddress(read) != null;
        } catch (IllegalArgumentException | IOException unknown) {
            return false;
        }
    }
}
