package dev.porthole.diagnosis;

import dev.porthole.net.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What this machine tells of itself besides its sockets.
///
/// @param processes the health of the processes that wait on the port, by pid
/// @param unixListeners the paths on which somebody listens
public record HostFacts(
        Platform platform,
        Network network,
        Limits limits,
        Names names,
        Map<Long, Told<ProcessHealth>> processes,
        Told<List<String>> unixListeners) {
    public HostFacts {
        processes = Map.copyOf(processes);
    }

    /// Of the network.
    ///
    /// @param counted by how much the kernel's counters grew while the probe ran, under their names in
    ///     `/proc/net/netstat` and `snmp`; all programs of the machine count
    /// @param otherPorts what came of calls to other ports of silent hosts
    public record Network(
            Told<List<LocalAddress>> addresses,
            Told<List<Route>> routes,
            Told<List<Neighbour>> neighbours,
            Told<Map<String, Long>> counted,
            Told<List<PortCalls>> otherPorts) {
        public static Network unknown(String why) {
            return new Network(
                    Told.unknown(why), Told.unknown(why), Told.unknown(why), Told.unknown(why), Told.unknown(why));
        }
    }

    /// Of what this machine and our own process may use.
    ///
    /// @param mayBindLow whether our process may bind privileged ports
    public record Limits(Told<PortRules> ports, Told<Descriptors> own, Told<Boolean> mayBindLow) {
        public static Limits unknown(String why) {
            return new Limits(Told.unknown(why), Told.unknown(why), Told.unknown(why));
        }
    }

    /// Of names.
    ///
    /// @param hosts the lines of the hosts file for the name that was called
    /// @param servers addresses of the name servers
    public record Names(Told<List<HostsLine>> hosts, Told<List<String>> servers) {
        /// Those of the hosts file, as far as it could be read.
        public Stream<HostsLine> lines() {
            return hosts.ifKnown().stream().flatMap(List::stream);
        }

        public static Names unknown(String why) {
            return new Names(Told.unknown(why), Told.unknown(why));
        }
    }

    public Commands commands() {
        return new Commands(platform);
    }

    /// Whether packets to this address stay on this machine.
    public boolean isOwn(IpAddress address) {
        return address.isLoopback()
                || address.isAny()
                || network.addresses().ifKnown().stream().flatMap(List::stream).anyMatch(own -> own.address()
                        .equals(address.unmapped()));
    }

    /// By how much this counter grew; 0 where it is not told.
    public long counted(String counter) {
        return network.counted()
                .ifKnown()
                .map(counts -> counts.getOrDefault(counter, 0L))
                .orElse(0L);
    }
}
