package dev.porthole.interchange.datadog;

import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One instance of the file that can run.
///
/// @param line of the file, from 1
/// @param name raw, as it stands in the file
/// @param timeout for connecting to one address; zero or less never connects
/// @param interval between the starts of two runs, at least a second
public record TcpInstance(int line, String name, Peer peer, Duration timeout, Settings settings, Duration interval)
        implements Instance {

    /// Whom to call. The port is as Python read it; one outside 0 to 65535 fails when it connects, not before.
    public record Peer(String host, long port) {
        private static final int LAST_PORT = 65_535;

        public boolean hasPort() {
            return port >= 0 && port <= LAST_PORT;
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    public record Settings(Addressing addressing, Reporting reporting) {}

    /// Which addresses of the host are called.
    ///
    /// @param keepFor how long they are kept; null: until one fails
    public record Addressing(
            boolean multipleIps, boolean ipv4Only, @Nullable Duration keepFor) {}

    /// What is sent besides the result.
    ///
    /// @param tags the instance's own
    /// @param service null if none is set
    public record Reporting(
            boolean responseTime,
            List<String> tags,
            @Nullable String service) {
        public Reporting {
            tags = List.copyOf(tags);
        }
    }

    /// Those of a host's addresses that can be meant: all, or IPv4 only.
    public List<Address> usable(List<Address> found) {
        return settings.addressing().ipv4Only()
                ? found.stream()
                        .filter(address -> address.family() == Family.IPV4)
                        .toList()
                : found;
    }

    /// Those that are called: the first, or with `multiple_ips` all.
    public List<Address> called(List<Address> usable) {
        return settings.addressing().multipleIps() || usable.isEmpty() ? usable : List.of(usable.getFirst());
    }
}
