package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porthole.net.SocketState;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketTable;
import dev.porthole.sockets.source.SocketSource;
import dev.porthole.sockets.source.Sources;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both sources against `ss` on this very machine. Other programs open and close sockets meanwhile: of each row there
/// may be as few as the lesser and as many as the greater of two runs of `ss` before and after.
@Tag("host")
@EnabledOnOs(OS.LINUX)
class SocketContractTest {
    private static final Path SS = Path.of("/usr/bin/ss");
    private static final int TRIES = 10;
    private static final Pattern PID = Pattern.compile("pid=(\\d+)");
    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static final Set<Integer> PORTS = new HashSet<>();

    @BeforeAll
    static void oneSocketOfEachKind() throws IOException {
        assumeTrue(Files.isExecutable(SS), "ss (iproute2) is not installed: the sources are not compared with it");
        InetAddress ipv4 = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        tcp(StandardProtocolFamily.INET, ipv4, ipv4);
        InetAddress ipv6 =
                Inet6Address.getByAddress(null, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, -1);
        if (Files.exists(Path.of("/proc/net/if_inet6"))
                && !Files.readString(Path.of("/proc/net/if_inet6")).isEmpty()) {
            tcp(StandardProtocolFamily.INET6, ipv6, ipv6);
            tcp(StandardProtocolFamily.INET6, InetAddress.getByAddress(new byte[16]), ipv4);
        }
        ServerSocketChannel one = shared(new InetSocketAddress(ipv4, 0));
        shared(one.getLocalAddress());
        DatagramChannel bound = keep(DatagramChannel.open(StandardProtocolFamily.INET));
        bound.bind(new InetSocketAddress(ipv4, 0));
        PORTS.add(port(bound.getLocalAddress()));
        DatagramChannel connected = keep(DatagramChannel.open(StandardProtocolFamily.INET));
        connected.connect(bound.getLocalAddress());
        PORTS.add(port(connected.getLocalAddress()));
    }

    @AfterAll
    static void closed() throws Exception {
        for (AutoCloseable each : OPEN) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSourceShowsExactlyTheSocketsThatSsShows(SourceChooser.Choice choice) throws Exception {
        SocketSource source = SourceChooser.open(choice).sockets();
        List<String> differences = List.of();
        for (int i = 0; i < TRIES; i++) {
            Map<String, Integer> before = count(ss("-tuan"));
            Map<String, Integer> ours = count(source.read().table());
            Map<String, Integer> after = count(ss("-tuan"));
            differences = differences(before, ours, after);
            if (differences.isEmpty()) {
                assertTrue(ours.size() >= PORTS.size(), "the sockets of this test are among them: " + ours);
                return;
            }
        }
        assertEquals(List.of(), differences);
    }

    @ParameterizedTest
    @EnumSource
    void ourOwnSocketsAreOurs(SourceChooser.Choice choice) throws Exception {
        Sources sources = SourceChooser.open(choice);
        SocketTable table = sources.sockets().read().table();
        Ownership owners = sources.owners().search();
        long self = ProcessHandle.current().pid();
        int seen = 0;
        for (int row = 0; row < table.size(); row++) {
            if (PORTS.contains(table.localPort(row)) && isHeld(table.state(row))) {
                Owner owner = owners.ownerOf(table, row);
                assertTrue(
                        owner instanceof Owner.Known known
                                && known.processes().stream().anyMatch(process -> process.pid() == self),
                        table.key(row) + " " + table.state(row) + " " + owner);
                ProcessRef ours = ((Owner.Known) owner).first();
                assertTrue(sources.owners().isAlive(ours), "alive: " + ours);
                seen++;
            }
        }
        assertTrue(seen >= PORTS.size(), "each port of this test is a row");
    }

    @Test
    void theProcessesOfARowAreThoseThatSsNames() throws Exception {
        Sources sources = SourceChooser.open(SourceChooser.Choice.PROC);
        Map<String, String> differences = Map.of();
        for (int i = 0; i < TRIES; i++) {
            Map<String, Set<Long>> before = pids(ss("-tuanp"));
            SocketTable table = sources.sockets().read().table();
            Map<String, Set<Long>> ours = pids(table, sources.owners().search());
            Map<String, Set<Long>> after = pids(ss("-tuanp"));
            differences = new HashMap<>();
            for (String row : before.keySet()) {
                if (before.get(row).equals(after.get(row)) && !before.get(row).equals(ours.get(row))) {
                    differences.put(row, "ss " + before.get(row) + ", ours " + ours.get(row));
                }
            }
            if (differences.isEmpty()) {
                return;
            }
        }
        assertEquals(Map.of(), differences);
    }

    /// Both ends of a connection, one more that was closed by the client and not by the server, and one in TIME_WAIT.
    private static void tcp(StandardProtocolFamily family, InetAddress at, InetAddress to) throws IOException {
        ServerSocketChannel server = keep(ServerSocketChannel.open(family));
        server.bind(new InetSocketAddress(at, 0));
        PORTS.add(port(server.getLocalAddress()));
        InetSocketAddress address = new InetSocketAddress(to, port(server.getLocalAddress()));
        SocketChannel client = keep(SocketChannel.open(address));
        PORTS.add(port(client.getLocalAddress()));
        keep(server.accept());
        SocketChannel half = keep(SocketChannel.open(address));
        keep(server.accept());
        half.shutdownOutput();
        SocketChannel closedFirst = SocketChannel.open(address);
        SocketChannel closedLast = server.accept();
        closedFirst.close();
        closedLast.close();
    }

    private static ServerSocketChannel shared(java.net.SocketAddress address) throws IOException {
        ServerSocketChannel server = keep(ServerSocketChannel.open(StandardProtocolFamily.INET));
        server.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        server.bind(address);
        PORTS.add(port(server.getLocalAddress()));
        return server;
    }

    private static <C extends AutoCloseable> C keep(C channel) {
        OPEN.add(channel);
        return channel;
    }

    private static int port(java.net.SocketAddress address) {
        return ((InetSocketAddress) address).getPort();
    }

    private static boolean isHeld(SocketState state) {
        return state == SocketState.LISTEN || state == SocketState.ESTABLISHED || state == SocketState.NONE;
    }

    private static List<String> differences(
            Map<String, Integer> before, Map<String, Integer> ours, Map<String, Integer> after) {
        List<String> found = new ArrayList<>();
        Set<String> rows = new TreeSet<>(before.keySet());
        rows.addAll(ours.keySet());
        rows.addAll(after.keySet());
        for (String row : rows) {
            int first = before.getOrDefault(row, 0);
            int last = after.getOrDefault(row, 0);
            int count = ours.getOrDefault(row, 0);
            if (count < Math.min(first, last) || count > Math.max(first, last)) {
                found.add(row + ": ss " + first + " and " + last + " times, ours " + count);
            }
        }
        return found;
    }

    private static List<String> ss(String options) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(SS.toString(), options, "-H")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return text.lines().toList();
    }

    private static Map<String, Integer> count(List<String> lines) {
        Map<String, Integer> rows = new HashMap<>();
        lines.forEach(line -> rows.merge(row(line), 1, Integer::sum));
        return rows;
    }

    private static Map<String, Integer> count(SocketTable table) {
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            rows.merge(row(table, row), 1, Integer::sum);
        }
        return rows;
    }

    private static Map<String, Set<Long>> pids(List<String> lines) {
        Map<String, Set<Long>> rows = new HashMap<>();
        for (String line : lines) {
            Set<Long> pids = rows.computeIfAbsent(row(line), key -> new TreeSet<>());
            Matcher matcher = PID.matcher(line);
            while (matcher.find()) {
                pids.add(Long.parseLong(matcher.group(1)));
            }
        }
        return rows;
    }

    private static Map<String, Set<Long>> pids(SocketTable table, Ownership owners) {
        Map<String, Set<Long>> rows = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            Set<Long> pids = rows.computeIfAbsent(row(table, row), key -> new TreeSet<>());
            if (owners.ownerOf(table, row) instanceof Owner.Known known) {
                pids.addAll(known.processes().stream().map(ProcessRef::pid).collect(Collectors.toSet()));
            }
        }
        return rows;
    }

    /// `ss` writes `*` for `::` on dual-stack sockets and puts a device behind `%`.
    private static String row(String line) {
        String[] fields = line.strip().split("\\s+", -1);
        String kind = fields[0] + (fields[4].startsWith("[") || fields[4].startsWith("*") ? "6" : "");
        SocketState state = fields[0].startsWith("udp")
                ? SocketState.NONE
                : SocketState.parse(fields[1]).orElseThrow();
        return kind + " " + end(fields[4], kind) + " " + end(fields[5], kind) + " " + state;
    }

    private static String end(String text, String kind) {
        String plain = text.replaceAll("%[^\\]:]+", "");
        String port = plain.substring(plain.lastIndexOf(':') + 1);
        String address = plain.substring(0, plain.lastIndexOf(':'));
        boolean ipv6 = kind.endsWith("6");
        String any = ipv6 ? "[::]" : "0.0.0.0";
        return (address.equals("*") ? any : address) + ":" + (port.equals("*") ? "0" : port);
    }

    private static String row(SocketTable table, int row) {
        return table.protocol(row).word() + " " + table.key(row).local() + " "
                + table.key(row).remote() + " " + table.state(row);
    }
}
