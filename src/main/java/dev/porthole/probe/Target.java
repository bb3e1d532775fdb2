package dev.porthole.probe;

import dev.porthole.net.HostPort;

/// Whom a probe calls.
public sealed interface Target {
    /// The name that a certificate is checked against.
    String serverName();

    /// A TCP port of a host, which may have several addresses.
    record Tcp(HostPort address) implements Target {
        @Override
        public String serverName() {
            return address.host();
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /// A UDP port of a host. Nothing is known of it before it answers.
    record Udp(HostPort address) implements Target {
        @Override
        public String serverName() {
            return address.host();
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /// A stream socket in the file system.
    record Unix(String path) implements Target {
        @Override
        public String serverName() {
            return path;
        }

        @Override
        public String toString() {
            return path;
        }
    }
}
