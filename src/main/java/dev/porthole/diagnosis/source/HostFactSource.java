package dev.porthole.diagnosis.source;

import dev.porthole.diagnosis.Descriptors;
import dev.porthole.diagnosis.HostFacts.Limits;
import dev.porthole.diagnosis.HostsLine;
import dev.porthole.diagnosis.LocalAddress;
import dev.porthole.diagnosis.Neighbour;
import dev.porthole.diagnosis.Platform;
import dev.porthole.diagnosis.PortRules;
import dev.porthole.diagnosis.ProcessHealth;
import dev.porthole.diagnosis.Route;
import dev.porthole.diagnosis.Told;
import dev.porthole.net.IpAddress;
import java.io.IOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Facts of this machine, each asked for by itself and in less than a few milliseconds. On other systems than Linux
/// those that Java tells.
public final class HostFactSource {
    private static final String ELSEWHERE = "it is read on Linux only";

    private final Platform platform;
    private final Path proc;
    private final Path etc;

    public HostFactSource() {
        this(Platform.of(System.getProperty("os.name", "")), Path.of("/proc"), Path.of("/etc"));
    }

    HostFactSource(Platform platform, Path proc, Path etc) {
        this.platform = platform;
        this.proc = proc;
        this.etc = etc;
    }

    public Platform platform() {
        return platform;
    }

    /// The addresses of all interfaces that are up.
    public Told<List<LocalAddress>> addresses() {
        try {
            List<LocalAddress> found = new ArrayList<>();
            for (NetworkInterface link : NetworkInterface.networkInterfaces().toList()) {
                for (InterfaceAddress address : link.getInterfaceAddresses()) {
                    byte[] bits = address.getAddress().getAddress();
                    found.add(new LocalAddress(IpAddress.of(bits), link.getName()));
                }
            }
            return Told.of(List.copyOf(found));
        } catch (SocketException | IllegalStateException e) {
            return Told.unknown("the system does not tell its interfaces");
        }
    }

    public Told<List<Route>> routes() {
        if (platform != Platform.LINUX) {
            return Told.unknown(ELSEWHERE);
        }
        // Without IPv6 in the kernel there is no such file, and no route.
        Told<String> ipv6 = FactFiles.read(proc.resolve("net/ipv6_route"));
        return FactFiles.read(proc.resolve("net/route")).map(text -> Stream.concat(
                        RouteTables.ipv4(text).stream(),
                        RouteTables.ipv6(ipv6.ifKnown().orElse("")).stream())
                .toList());
    }

    public Told<List<Neighbour>> neighbours() {
        return platform == Platform.LINUX
                ? FactFiles.read(proc.resolve("net/arp")).map(NeighbourTable::parse)
                : Told.unknown(ELSEWHERE);
    }

    /// The counters of the kernel since it started.
    public Told<Map<String, Long>> counters() {
        if (platform != Platform.LINUX) {
            return Told.unknown(ELSEWHERE);
        }
        Told<String> snmp = FactFiles.read(proc.resolve("net/snmp"));
        return FactFiles.read(proc.resolve("net/netstat")).map(text -> {
            Map<String, Long> all = new HashMap<>(Counters.parse(snmp.ifKnown().orElse("")));
            all.putAll(Counters.parse(text));
            return all;
        });
    }

    /// By how much they grew between two readings.
    public static Told<Map<String, Long>> growth(Told<Map<String, Long>> before, Told<Map<String, Long>> after) {
        return switch (before) {
            case Told.Known<Map<String, Long>>(var was) -> after.map(now -> Counters.growth(was, now));
            case Told.Unknown<Map<String, Long>> unknown -> unknown;
        };
    }

    public Limits limits() {
        if (platform != Platform.LINUX) {
            return new Limits(Told.unknown(ELSEWHERE), Told.unknown(ELSEWHERE), Told.unknown(ELSEWHERE));
        }
        return new Limits(
                ports(), descriptors("self"), FactFiles.read(proc.resolve("self/status"), ProcessFiles::mayBindLow));
    }

    private Told<PortRules> ports() {
        Path ipv4 = proc.resolve("sys/net/ipv4");
        String reserved = FactFiles.read(ipv4.resolve("ip_local_reserved_ports"))
                .ifKnown()
                .orElse("");
        int unprivileged = FactFiles.read(ipv4.resolve("ip_unprivileged_port_start"))
                .ifKnown()
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElse(1024);
        return FactFiles.read(ipv4.resolve("ip_local_port_range"), PortFiles::range)
                .map(range -> new PortRules(range[0], range[1], PortFiles.reserved(reserved), unprivileged));
    }

    /// The health of a process, as far as this user may see it.
    public Told<ProcessHealth> health(long pid) {
        if (platform != Platform.LINUX) {
            return Told.unknown(ELSEWHERE);
        }
        return FactFiles.read(proc.resolve(pid + "/status"), ProcessFiles::state)
                .map(state -> new ProcessHealth(state, descriptors(Long.toString(pid))));
    }

    private Told<Descriptors> descriptors(String process) {
        Path folder = proc.resolve(process);
        Told<Long> limit = FactFiles.read(folder.resolve("limits"), text -> {
            var found = ProcessFiles.openFiles(text);
            return found.isPresent() ? Optional.of(found.getAsLong()) : Optional.empty();
        });
        try (var files = Files.newDirectoryStream(folder.resolve("fd"))) {
            long used = 0;
            for (Path _ : files) {
                used++;
            }
            long count = used;
            return limit.map(most -> new Descriptors(count, most));
        } catch (IOException | DirectoryIteratorException e) {
            return Told.unknown("the open files of another user's process are seen by root only");
        }
    }

    public Told<List<HostsLine>> hosts(String name) {
        Path file =
                switch (platform) {
                    case WINDOWS -> Path.of("C:\\Windows\\System32\\drivers\\etc\\hosts");
                    case LINUX, MACOS, OTHER -> etc.resolve("hosts");
                };
        return FactFiles.read(file).map(text -> NameFiles.hosts(file.toString(), text, name));
    }

    public Told<List<String>> nameServers() {
        return platform == Platform.WINDOWS
                ? Told.unknown("Windows keeps them elsewhere")
                : FactFiles.read(etc.resolve("resolv.conf")).map(NameFiles::servers);
    }

    public Told<List<String>> unixListeners() {
        return platform == Platform.LINUX
                ? FactFiles.read(proc.resolve("net/unix")).map(UnixTable::listeners)
                : Told.unknown(ELSEWHERE);
    }
}
