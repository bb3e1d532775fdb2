package dev.porthole.report;

import static dev.porthole.interchange.datadog.Checks.V4;
import static dev.porthole.interchange.datadog.Checks.V6;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.interchange.datadog.AddressCache.Lookup;
import dev.porthole.interchange.datadog.BrokenInstance;
import dev.porthole.interchange.datadog.CheckResult;
import dev.porthole.interchange.datadog.CheckResult.Misconfigured;
import dev.porthole.interchange.datadog.CheckResult.Times;
import dev.porthole.interchange.datadog.CheckResult.Tried;
import dev.porthole.interchange.datadog.Checks;
import dev.porthole.interchange.datadog.DatadogConfig;
import dev.porthole.interchange.datadog.LookedUp;
import dev.porthole.interchange.datadog.Note;
import dev.porthole.interchange.datadog.TcpInstance;
import dev.porthole.probe.Address;
import dev.porthole.probe.Fault;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TcpCheckReportTest {
    private static final DatadogConfig CONFIG = Checks.config("{name: web, host: localhost, port: 80}");
    private static final TcpInstance WEB = CONFIG.checks().getFirst();
    private static final CheckResult BOTH = new LookedUp(List.of(V6, V4), null).judge(WEB, Lookup.NEEDED);

    private final TcpCheckText text = new TcpCheckText(CONFIG);

    @Test
    void theStoryOfLocalhostIsToldInTwoLines() {
        assertEquals("", text.lines(0, BOTH));
        assertEquals("""
                CRITICAL  web  localhost:80  ::1 (IPv6): Connection refused.
                          localhost also has 127.0.0.1 (IPv4), not called. tcp_check calls the first address only: “ipv4_only: true” would call IPv4, “multiple_ips: true” all of them.
                """, text.lines(0, tried(WEB, V6, new Fault.ConnectRefused())));
    }

    @Test
    void aConnectionNamesItsAddressFamilyAndTime() {
        assertEquals("OK        web  localhost:80  127.0.0.1 (IPv4) in 1.5 ms\n", text.lines(0, tried(WEB, V4, null)));
    }

    @Test
    void whatWasLeftOutIsNoAlarmWhenAllIsWell() {
        text.lines(0, BOTH);

        assertEquals("""
                OK        web  localhost:80  ::1 (IPv6) in 1.5 ms
                          localhost also has 127.0.0.1 (IPv4), not called.
                """, text.lines(0, tried(WEB, V6, null)));
    }

    @Test
    void aDeadNameSaysThatDatadogSeesNothing() {
        assertEquals(
                "UNKNOWN   web  localhost:80  localhost could not be resolved ([Errno -2] Name or service not known):"
                        + " Datadog gets no value at all, which looks like missing data, not like down.\n",
                text.lines(0, new LookedUp(List.of(), new Fault.NameNotFound("x")).judge(WEB, Lookup.NEEDED)));
    }

    @Test
    void aBrokenInstanceNamesItsLineAndTheFix() {
        var broken =
                new BrokenInstance(7, null, "`None` is an invalid `name`; a string must be specified.", "Name it.");

        assertEquals(
                "UNKNOWN   (no name)                Line 7: `None` is an invalid `name`; a string must be specified."
                        + " The instance does not run: Name it.\n",
                text.lines(0, new Misconfigured(broken)));
        assertEquals(
                "{\"run\":1,\"instance\":null,\"kind\":\"error\",\"error\":\"config\",\"message\":\"`None` is an invalid"
                        + " `name`; a string must be specified.\"}\n",
                TcpCheckJson.lines(1, new Misconfigured(broken)));
    }

    @Test
    void aNoteNamesItsLineInBothForms() {
        var note = new Note(9, "w\u001bb", "has no effect.");

        assertEquals("note: line 9: w\\x1bb: has no effect.\n", text.line(note));
        assertEquals(
                "{\"run\":1,\"instance\":\"w\\u001Bb\",\"kind\":\"note\",\"line\":9,\"message\":\"has no effect.\"}\n",
                TcpCheckJson.line(note));
    }

    @Test
    void jsonHasALineForEachEvent() {
        assertEquals("""
                {"run":2,"instance":"my-svc","kind":"service_check","name":"tcp.can_connect","status":"OK","message":null,"tags":["target_host:web","port:80","instance:my_svc","address:127.0.0.1"]}
                {"run":2,"instance":"my-svc","kind":"metric","name":"network.tcp.can_connect","value":1,"tags":["target_host:web","port:80","instance:my_svc","address:127.0.0.1"]}
                {"run":2,"instance":"my-svc","kind":"metric","name":"network.tcp.response_time","value":0.0015,"tags":["url:web:80","instance:my-svc","address:127.0.0.1"]}
                """, TcpCheckJson.lines(2, tried(Checks.of("web", ", collect_response_time: true"), V4, null)));
        assertEquals(
                "{\"run\":1,\"instance\":\"web\",\"kind\":\"resolution\",\"host\":\"localhost\","
                        + "\"addresses\":[\"::1\",\"127.0.0.1\"]}\n",
                TcpCheckJson.lines(1, BOTH));
    }

    private static Tried tried(TcpInstance check, Address address, @Nullable Fault fault) {
        var times = new Times(Duration.ofNanos(1_500_000), Duration.ofMillis(12));
        return new Tried(check, address, fault, times, "Connection refused");
    }
}
