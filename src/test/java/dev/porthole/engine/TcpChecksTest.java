package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.interchange.datadog.CheckResult;
import dev.porthole.interchange.datadog.CheckResult.Misconfigured;
import dev.porthole.interchange.datadog.CheckResult.Resolved;
import dev.porthole.interchange.datadog.CheckResult.Tried;
import dev.porthole.interchange.datadog.CheckResult.Unresolved;
import dev.porthole.interchange.datadog.Checks;
import dev.porthole.interchange.datadog.DatadogConfig;
import dev.porthole.probe.Address;
import dev.porthole.probe.Fault;
import dev.porthole.threshold.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class TcpChecksTest {
    private static final Map<String, List<Address>> LOCAL = Map.of("dual.test", List.of(Checks.V4, Checks.V6));

    private final List<CheckNews> told = new ArrayList<>();
    private ServerSocket server;
    private int closed;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = other.getLocalPort();
        }
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    @Test
    void everyAddressIsAResultOfItsOwn() throws Exception {
        run(1, instance("dual.test", server.getLocalPort(), ", multiple_ips: true"));

        assertInstanceOf(Resolved.class, told.getFirst().result());
        Tried v4 = assertInstanceOf(Tried.class, told.get(1).result());
        assertEquals(Checks.V4, v4.address());
        assertTrue(v4.isUp());
        Tried v6 = assertInstanceOf(Tried.class, told.get(2).result());
        assertEquals(Checks.V6, v6.address());
        assertEquals(Severity.CRITICAL, v6.severity());
        assertEquals(3, told.size());
    }

    @Test
    void resultsComeInTheOrderOfTheFile() throws Exception {
        run(
                2,
                instance("dual.test", server.getLocalPort(), ""),
                "{name: broken, host: 5, port: 1}",
                instance("127.0.0.1", closed, ""));

        assertEquals(
                List.of(
                        "1.0 Resolved",
                        "1.0 Tried",
                        "1.1 Misconfigured",
                        "1.2 Resolved",
                        "1.2 Tried",
                        "2.0 Tried",
                        "2.2 Resolved",
                        "2.2 Tried"),
                told.stream()
                        .map(news -> news.run() + "." + news.place() + " "
                                + news.result().getClass().getSimpleName())
                        .toList());
        assertInstanceOf(
                Fault.ConnectRefused.class,
                assertInstanceOf(Tried.class, told.getLast().result()).fault());
    }

    @Test
    void aNameThatIsNoneIsUnresolvedAndNothingIsCalled() throws Exception {
        run(1, instance("[::1]", server.getLocalPort(), ""), instance("::1", 1, ", ipv4_only: true"));

        assertEquals(2, told.size());
        assertEquals(
                "URL: [::1] could not be resolved",
                assertInstanceOf(Unresolved.class, told.getFirst().result()).message());
        assertInstanceOf(Unresolved.class, told.getLast().result());
    }

    @Test
    void whatCannotConnectIsDownWithoutACall() throws Exception {
        run(1, instance("127.0.0.1", 70_000, ""), instance("127.0.0.1", server.getLocalPort(), ", timeout: 0"));

        List<CheckResult> tried = told.stream()
                .map(CheckNews::result)
                .filter(Tried.class::isInstance)
                .toList();
        assertEquals(
                List.of(Severity.CRITICAL, Severity.CRITICAL),
                tried.stream().map(CheckResult::severity).toList());
    }

    @Test
    void inIntervalsABrokenInstanceIsToldOnce() throws Exception {
        try (var checks = checks("{name: broken, host: 5, port: 1}", instance("127.0.0.1", closed, ""))) {
            checks.every(1, told::add);
        }

        assertEquals(3, told.size());
        assertEquals(
                1,
                told.stream()
                        .filter(news -> news.result() instanceof Misconfigured)
                        .count());
    }

    @Test
    void aCancelEndsIntervalsThatWouldGoOn() throws Exception {
        try (var checks = checks(instance("127.0.0.1", server.getLocalPort(), ""))) {
            checks.every(Integer.MAX_VALUE, news -> {
                told.add(news);
                if (news.result() instanceof Tried) {
                    checks.cancel();
                }
            });
            checks.run(5, told::add);
        }

        assertEquals(2, told.size());
    }

    @Test
    void aListenerThatFailsEndsAllAndItsFaultComesOut() {
        try (var checks = checks(instance("127.0.0.1", closed, ""), instance("127.0.0.1", closed, ""))) {
            assertThrows(
                    IllegalStateException.class,
                    () -> checks.every(Integer.MAX_VALUE, _ -> {
                        throw new IllegalStateException("the reader is gone");
                    }));
        }
    }

    private void run(int times, String... instances) throws InterruptedException {
        try (var checks = checks(instances)) {
            checks.run(times, told::add);
        }
    }

    private static TcpChecks checks(String... instances) {
        DatadogConfig config = Checks.config(instances);
        return new TcpChecks(config, LOCAL);
    }

    private static String instance(String host, int port, String more) {
        return "{name: a, host: '" + host + "', port: " + port + more + "}";
    }
}
