package dev.porthole.probe.wire;

import java.net.InetAddress;

/// An end of a connection as people write it: `127.0.0.1:80`, `[::1]:80`.
final class Endpoints {
    private Endpoints() {}

    static String text(InetAddress address, int port) {
        String text = Resolver.address(address).text();
        return (text.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + port;
    }
}
