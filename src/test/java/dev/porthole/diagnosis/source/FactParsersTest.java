package dev.porthole.diagnosis.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.HostsLine;
import dev.porthole.diagnosis.Neighbour;
import dev.porthole.diagnosis.Route;
import dev.porthole.net.IpAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The files were recorded in a namespace with routes of each kind and a neighbour that does not answer.
class FactParsersTest {
    private static String recorded(String file) throws IOException {
        try (var in = Objects.requireNonNull(FactParsersTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String best(String address) throws IOException {
        List<Route> routes = address.indexOf(':') < 0
                ? RouteTables.ipv4(recorded("route"))
                : RouteTables.ipv6(recorded("ipv6_route"));
        return Route.best(routes, IpAddress.parse(address).orElseThrow())
                .map(Route::inWords)
                .orElse("none");
    }

    @Test
    void eachKindOfIpv4RouteIsTold() throws IOException {
        assertEquals("192.0.2.0/24 dev v0", best("192.0.2.9"));
        assertEquals("0.0.0.0/0 via 192.0.2.254 dev v0", best("198.51.100.1"));
        assertEquals("blackhole 10.1.0.0/16", best("10.1.2.3"));
        assertEquals("unreachable or prohibit 10.2.0.0/16", best("10.2.2.3"));
        assertEquals("unreachable or prohibit 10.3.0.0/16", best("10.3.2.3"));
    }

    @Test
    void eachKindOfIpv6RouteIsTold() throws IOException {
        assertEquals("2001:db8::/64 dev v0", best("2001:db8::9"));
        assertEquals("unreachable or prohibit 2001:db8:2::/48", best("2001:db8:2::9"));
        assertEquals("unreachable or prohibit ::/0", best("2001:4860::1"));
    }

    @Test
    void linesOfNoKnownFormAreLeftOut() {
        assertTrue(RouteTables.ipv4("Iface\nlo x y\n\n* zz zz zz 0 0 0 zz\n").isEmpty());
        assertTrue(RouteTables.ipv6("00 11\n").isEmpty());
        assertTrue(NeighbourTable.parse("IP\nx y\n").isEmpty());
        assertTrue(Counters.parse("TcpExt: A B\n").isEmpty());
        assertTrue(UnixTable.listeners("Num\nx\n").isEmpty());
        assertTrue(PortFiles.range("1").isEmpty());
        assertTrue(ProcessFiles.state("").isEmpty());
    }

    @Test
    void aNeighbourThatDoesNotAnswerIsToldFromOneThatDid() throws IOException {
        List<Neighbour> neighbours = NeighbourTable.parse(recorded("arp"));
        assertEquals(
                Map.of("192.0.2.7", true, "192.0.2.9", false),
                neighbours.stream()
                        .collect(Collectors.toMap(each -> each.address().toString(), Neighbour::answered)));
    }

    @Test
    void countersAreReadUnderTheirNamesAndCompared() throws IOException {
        Map<String, Long> netstat = Counters.parse(recorded("netstat"));
        assertTrue(netstat.containsKey("ListenOverflows"));
        assertTrue(Counters.parse(recorded("snmp")).containsKey("RetransSegs"));
        assertEquals(
                Map.of("ListenDrops", 2L),
                Counters.growth(
                        Map.of("ListenDrops", 1L, "ListenOverflows", 1L),
                        Map.of("ListenDrops", 3L, "ListenOverflows", 1L, "New", 5L)));
    }

    @Test
    void theLinesOfTheHostsFileForANameAreFound() {
        String text = "# db in a comment\n127.0.0.1 localhost\n\n10.9.9.9\tdb.example  DB # old\n::1 db2\n";
        assertEquals(List.of(new HostsLine("/etc/hosts", 4, "10.9.9.9")), NameFiles.hosts("/etc/hosts", text, "db"));
        assertEquals(List.of(), NameFiles.hosts("/etc/hosts", text, "10.9.9.9"));
        assertEquals(
                List.of("10.0.0.53", "fe80::1%eth0"),
                NameFiles.servers(
                        "search x\nnameserver 10.0.0.53\n#nameserver 1\n nameserver fe80::1%eth0\nnameserver\n"));
    }

    @Test
    void portsAreReadAsNumbersAndRanges() {
        assertEquals(60_999, PortFiles.range("32768\t60999\n").orElseThrow()[1]);
        var reserved = PortFiles.reserved("8080,9000-9002\n");
        assertTrue(reserved.get(8080) && reserved.get(9002));
        assertFalse(reserved.get(9003));
        assertTrue(PortFiles.reserved("\n").isEmpty());
    }

    @Test
    void theHealthOfAProcessIsRead() {
        String status = "Name:\tnginx\nState:\tT (stopped)\nCapEff:\t0000000000000400\n";
        assertEquals('T', ProcessFiles.state(status).orElseThrow());
        assertEquals(true, ProcessFiles.mayBindLow(status).orElseThrow());
        assertEquals(
                false, ProcessFiles.mayBindLow("CapEff:\t0000000000000000\n").orElseThrow());
        assertEquals(
                OptionalLong.of(1024),
                ProcessFiles.openFiles(
                        "Limit  Soft Hard\nMax open files            1024                 4096   files\n"));
        assertEquals(
                OptionalLong.of(Long.MAX_VALUE),
                ProcessFiles.openFiles("Max open files            unlimited            unlimited   files\n"));
    }

    @Test
    void listenersOnPathsAreFoundWithTheirBlanks() throws IOException {
        assertEquals(List.of("/run/app/app one.sock"), UnixTable.listeners(recorded("unix")));
    }
}
