package dev.porthole.interchange.datadog;

import static dev.porthole.interchange.datadog.Checks.V4;
import static dev.porthole.interchange.datadog.Checks.V6;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.interchange.datadog.AddressCache.Lookup;
import dev.porthole.interchange.datadog.CheckEvent.Failure;
import dev.porthole.interchange.datadog.CheckEvent.Metric;
import dev.porthole.interchange.datadog.CheckEvent.Resolution;
import dev.porthole.interchange.datadog.CheckEvent.ServiceCheck;
import dev.porthole.interchange.datadog.CheckResult.Times;
import dev.porthole.interchange.datadog.CheckResult.Tried;
import dev.porthole.probe.Address;
import dev.porthole.probe.Fault;
import dev.porthole.threshold.Severity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckEventTest {
    @Test
    void aConnectionIsACheckAndAMetricWithTheNormalisedName() {
        List<String> tags = List.of("a:b", "target_host:web", "port:80", "instance:my_svc", "address:127.0.0.1");

        assertEquals(
                List.of(
                        new ServiceCheck("tcp.can_connect", Severity.OK, null, tags),
                        new Metric("network.tcp.can_connect", 1, tags)),
                CheckEvent.of(tried(Checks.of("web", ", tags: ['a:b']"), V4, null)));
    }

    @Test
    void theResponseTimeCarriesTheRawName() {
        var events = CheckEvent.of(tried(Checks.of("web", ", tags: ['a:b'], collect_response_time: true"), V4, null));

        assertEquals(
                new Metric(
                        "network.tcp.response_time",
                        0.0015,
                        List.of("url:web:80", "instance:my-svc", "a:b", "address:127.0.0.1")),
                events.getLast());
    }

    @Test
    void aFailureHasNoResponseTime() {
        var events =
                CheckEvent.of(tried(Checks.of("web", ", collect_response_time: true"), V6, new Fault.ConnectRefused()));

        assertEquals(2, events.size());
        assertEquals(0, ((Metric) events.getLast()).value());
        assertEquals("[Errno 111] Connection refused. Connection failed after 1234 ms", message(events));
    }

    @Test
    void aTimeOutBlamesTheSystemAsTheOriginalDoes() {
        assertEquals("""
                Socket error: timed out.
                                    The connection timed out after 1234 ms because it took more time than the system tcp stack allows.
                                    You might want to change this setting to allow longer timeouts""", message(CheckEvent.of(tried(Checks.of("web", ""), V4, new Fault.ConnectTimeout()))));
    }

    @Test
    void aServiceIsATagOfAll() {
        var events = CheckEvent.of(tried(Checks.of("web", ", service: shop, collect_response_time: true"), V4, null));

        assertEquals("service:shop", ((ServiceCheck) events.getFirst()).tags().getLast());
        assertEquals("service:shop", ((Metric) events.getLast()).tags().getLast());
    }

    @Test
    void aResolutionNamesAllThatTheResolverGave() {
        TcpInstance check = Checks.of("web", "");
        CheckResult result = new LookedUp(List.of(V6, V4), null).judge(check, Lookup.NEEDED);

        assertEquals(new CheckResult.Resolved(check, List.of(V6, V4), List.of(V6)), result);
        assertEquals(List.of(new Resolution("web", List.of("::1", "127.0.0.1"))), CheckEvent.of(result));
    }

    /// Rows DD-022 and DD-026: the story of localhost.
    @Test
    void theFirstAddressOrAllOrIpv4IsCalled() {
        assertEquals(List.of(V6), called(""));
        assertEquals(List.of(V4), called(", ipv4_only: true"));
        assertEquals(List.of(V6, V4), called(", multiple_ips: true"));
        assertEquals(List.of(V4), called(", multiple_ips: true, ipv4_only: true"));
    }

    @Test
    void aDeadNameSendsNothing() {
        var unknown = new LookedUp(List.of(), new Fault.NameNotFound("web"));

        assertEquals(
                List.of(new Failure("resolve", "URL: web could not be resolved")),
                CheckEvent.of(unknown.judge(Checks.of("web", ""), Lookup.NEEDED)));
        assertEquals(
                List.of(new Failure("resolve", "[Errno -2] Name or service not known")),
                CheckEvent.of(unknown.judge(Checks.of("web", ""), Lookup.SCHEDULED)));
    }

    @Test
    void aHostWithoutIpv4DoesNotResolveUnderIpv4Only() {
        var onlyV6 = new LookedUp(List.of(V6), null);

        assertEquals(
                List.of(new Failure("resolve", "[Errno -5] No address associated with hostname")),
                CheckEvent.of(onlyV6.judge(Checks.of("web", ", ipv4_only: true"), Lookup.SCHEDULED)));
        assertEquals(
                List.of(new Failure("resolve", "[Errno -9] Address family for hostname not supported")),
                CheckEvent.of(onlyV6.judge(Checks.of("::1", ", ipv4_only: true"), Lookup.SCHEDULED)));
    }

    @Test
    void whatPythonRefusesIsACriticalResult() {
        assertEquals(
                "connect(): port must be 0-65535.. Connection failed after 1234 ms",
                message(CheckEvent.of(tried(
                        Checks.of("web", ""),
                        V4,
                        PythonErrors.beforeConnecting(new TcpInstance.Peer("web", 70_000), Duration.ofSeconds(1))
                                .orElseThrow()))));
        assertEquals(
                true,
                PythonErrors.beforeConnecting(new TcpInstance.Peer("web", 80), Duration.ZERO)
                        .isPresent());
        assertEquals(
                true,
                PythonErrors.beforeConnecting(new TcpInstance.Peer("web", 80), Duration.ofSeconds(1))
                        .isEmpty());
    }

    private static List<Address> called(String settings) {
        var answer = new LookedUp(List.of(V6, V4), null).judge(Checks.of("localhost", settings), Lookup.NEEDED);
        return ((CheckResult.Resolved) answer).called();
    }

    private static Tried tried(TcpInstance check, Address address, @Nullable Fault fault) {
        var times = new Times(Duration.ofNanos(1_500_000), Duration.ofMillis(1234));
        return new Tried(check, address, fault, times, "ours");
    }

    private static @Nullable String message(List<CheckEvent> events) {
        return ((ServiceCheck) events.getFirst()).message();
    }
}
