package dev.porthole.interchange.datadog;

import dev.porthole.interchange.yaml.InvalidDocument;
import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;

/// Instances and addresses for tests.
public final class Checks {
    public static final Address V4 = new Address(Family.IPV4, "127.0.0.1");
    public static final Address V6 = new Address(Family.IPV6, "::1");

    private Checks() {}

    /// An instance `my-svc` on `host`, port 80, with more settings in flow style: `, ipv4_only: true`.
    public static TcpInstance of(String host, String more) {
        return config("{name: my-svc, host: '" + host + "', port: 80" + more + "}")
                .checks()
                .getFirst();
    }

    /// A file of these instances.
    public static DatadogConfig config(String... instances) {
        try {
            return DatadogConfig.parse("instances: [" + String.join(", ", instances) + "]");
        } catch (InvalidDocument e) {
            throw new IllegalArgumentException(e);
        }
    }
}
