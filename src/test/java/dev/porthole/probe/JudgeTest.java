package dev.porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.HostPort;
import dev.porthole.probe.Address.Family;
import dev.porthole.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Address V4 = new Address(Family.IPV4, "127.0.0.1");
    private static final Address V6 = new Address(Family.IPV6, "::1");
    private static final Duration CONNECTED = Duration.ofNanos(300_000);
    private static final ProbeSpec SPEC = spec(SlowerThan.NEVER);

    @Test
    void aSilentServerMayWaitForTheClient() {
        assertVerdict(
                Severity.CRITICAL,
                "read-timeout",
                "Connected in 0.3 ms, then 0 bytes in 10 s: the server may be waiting for the client to speak",
                answered(Duration.ofSeconds(10), "", new Fault.ReadTimeout()));
    }

    @Test
    void aRefusalSaysThatTheHostIsThere() {
        assertVerdict(
                Severity.CRITICAL,
                "connect-refused",
                "Connection refused: the host 127.0.0.1 answers, but no listener takes calls there on port 81, or a firewall"
                        + " rejects them",
                notConnected(new Fault.ConnectRefused()));
    }

    @Test
    void anAnswerThatMatchesIsShownSafely() {
        assertVerdict(
                Severity.OK,
                "none",
                "Connected in 0.3 ms, and the answer matches: 220 \\x1b[2J",
                answered(Duration.ofMillis(5), "220 \u001b[2J\r\n", null));
    }

    @Test
    void anAddressThatFailedIsNotHiddenByOneThatAnswered() {
        var failed = attempt(new Address(Family.IPV6, "2001:db8::7"), new Attempt.Failed(new Fault.HostUnreachable()));
        var trace = new Trace(List.of(new Phase.Connect(span(CONNECTED), List.of(failed, open()), null)));
        assertVerdict(
                Severity.WARNING,
                "some-addresses-failed",
                "Connected in 0.3 ms; 2001:db8::7: host unreachable after 0.3 ms",
                trace);
    }

    @Test
    void aServerOnOneLoopbackAddressIsToldAndNotHeldAgainst() {
        var trace = new Trace(List.of(new Phase.Connect(
                span(CONNECTED), List.of(attempt(V6, new Attempt.Failed(new Fault.ConnectRefused())), open()), null)));
        assertVerdict(Severity.OK, "none", "Connected in 0.3 ms; ::1: connect refused after 0.3 ms", trace);
    }

    @Test
    void aSilentAddressIsToldWithWhatItMeansForAPatientClient() {
        var silent = new Address(Family.IPV4, "127.0.0.66");
        Span late = new Span(Duration.ofMillis(250), Duration.ofMillis(251));
        var trace = new Trace(List.of(
                new Phase.Resolve(span(Duration.ZERO), List.of(silent, V4), null),
                new Phase.Connect(
                        span(Duration.ofMillis(251)),
                        List.of(
                                new Attempt(silent, span(Duration.ofMillis(251)), new Attempt.Overtaken()),
                                new Attempt(V4, late, new Attempt.Open("127.0.0.1:5"))),
                        null)));
        assertVerdict(
                Severity.WARNING,
                "some-addresses-failed",
                "Connected in 1 ms; 127.0.0.66 had not answered after 251 ms; a client that tries one address after the"
                        + " other waits there until its own time-out",
                trace);
        assertEquals(new OneByOne(Duration.ZERO, List.of(silent), Optional.of(V4)), OneByOne.of(trace));
    }

    @Test
    void anAddressThatWasCalledLaterLosesNothing() {
        var later = new Attempt(V6, new Span(CONNECTED, CONNECTED), new Attempt.Overtaken());
        var trace = new Trace(List.of(new Phase.Connect(span(CONNECTED), List.of(open(), later), null)));
        assertVerdict(Severity.OK, "none", "Connected in 0.3 ms", trace);
    }

    @Test
    void aPartThatTookTooLongIsNamed() {
        var limits = new ProbeSpec.Limits(
                new TimeLimit.None(), Duration.ZERO, Map.of(Part.CONNECT, new SlowerThan(Duration.ofNanos(1), null)));
        var spec = new ProbeSpec(SPEC.target(), null, List.of(), limits, SlowerThan.NEVER);
        var trace = new Trace(List.of(new Phase.Connect(span(CONNECTED), List.of(open()), null)));
        assertEquals("slow", Judge.judge(spec, trace).cause());
        assertEquals(true, Judge.judge(spec, trace).headline().startsWith("All went well, but connecting took 0.3 ms"));
    }

    @Test
    void whoSaysUnreachableIsToldByTheTime() {
        assertEquals(
                "The host of 127.0.0.1:81 cannot be reached: a route or a firewall of this machine rejects it, or one"
                        + " very near",
                Judge.judge(SPEC, notConnected(new Fault.HostUnreachable())).headline());
        Span neighbour = span(Duration.ofMillis(3070));
        var failed = new Attempt(V4, neighbour, new Attempt.Failed(new Fault.HostUnreachable()));
        var trace = new Trace(List.of(new Phase.Connect(neighbour, List.of(failed), new Fault.HostUnreachable())));
        assertEquals(
                "The host of 127.0.0.1:81 cannot be reached: no machine of that address answers on the local network",
                Judge.judge(SPEC, trace).headline());
    }

    @Test
    void aTlsAlertInPlainTextPointsToTheSwitch() {
        assertVerdict(
                Severity.CRITICAL,
                "expect-mismatch",
                "The answer does not match: \\x15\\x03\\x03\\x00\\x02\\x02P (this looks like TLS: switch TLS on)",
                answered(Duration.ofMillis(5), "\u0015\u0003\u0003\0\u0002\u0002P", new Fault.Mismatch()));
    }

    @Test
    void aFailedGoodbyeChangesNothing() {
        var phases =
                new ArrayList<>(answered(Duration.ofMillis(5), "220 ok", null).phases());
        phases.add(new Phase.Quit(span(CONNECTED), Bytes.EMPTY, new Fault.ResetWhileSending()));
        assertEquals(Severity.OK, Judge.judge(SPEC, new Trace(phases)).severity());
    }

    @Test
    void slowIsStrictlySlowerAndCriticalWins() {
        var slow = spec(new SlowerThan(Duration.ofMillis(100), Duration.ofMillis(50)));
        assertEquals(Severity.OK, Judge.judge(slow, took(Duration.ofMillis(50))).severity());
        assertEquals(
                Severity.CRITICAL,
                Judge.judge(slow, took(Duration.ofMillis(51))).severity());
        assertEquals(
                new Verdict(Severity.CRITICAL, "slow", "All went well, but it took 51 ms, and 50 ms is the limit"),
                Judge.judge(slow, took(Duration.ofMillis(51))));
    }

    @Test
    void aCancelledRunIsNoFailureOfTheServer() {
        assertVerdict(Severity.UNKNOWN, "cancelled", "Cancelled after 0.3 ms", notConnected(new Fault.Cancelled()));
    }

    @Test
    void everyFaultHasASentenceOfItsOwn() {
        var instant = Instant.parse("2026-01-01T00:00:00Z");
        List<Fault> faults = List.of(
                new Fault.UnusableTarget("unusable"),
                new Fault.NameNotFound("n"),
                new Fault.NameTimeout("n"),
                new Fault.ConnectTimeout(),
                new Fault.HostUnreachable(),
                new Fault.ConnectForbidden(),
                new Fault.ConnectFailed("t"),
                new Fault.UnixNotFound(),
                new Fault.UnixNotASocket(),
                new Fault.UnixForbidden("rw------- root"),
                new Fault.UnixWrongType(),
                new Fault.UnixLoop(),
                new Fault.UnixQueueFull(),
                new Fault.UdpNoAnswer(),
                new Fault.UdpPortUnreachable(),
                new Fault.NameServerFailed("n"),
                new Fault.NoAddressOfFamily("n", Family.IPV6),
                new Fault.NetworkUnreachable(),
                new Fault.ProtocolUnreachable(),
                new Fault.RouteBlackhole(),
                new Fault.LocalPortsExhausted(),
                new Fault.DescriptorsExhausted(),
                new Fault.SourceUnavailable("192.0.2.1"),
                new Fault.TlsTimeout(),
                new Fault.TlsReset(),
                new Fault.TlsClosed(),
                new Fault.NotTls(Bytes.utf8("220")),
                new Fault.TlsAlert("a"),
                new Fault.TlsProtocolError("p"),
                new Fault.CertificateUntrusted(Fault.Untrusted.SELF_SIGNED, ""),
                new Fault.StartTlsNotOffered(StartTls.SMTP),
                new Fault.StartTlsRefused(StartTls.SMTP, "454"),
                new Fault.StartTlsUnexpected(StartTls.SMTP, Bytes.utf8("x")),
                new Fault.StartTlsInjection(Bytes.utf8("x")),
                new Fault.StartTlsTimeout(StartTls.SMTP),
                new Fault.StartTlsClosed(StartTls.SMTP),
                new Fault.TlsOldProtocol(),
                new Fault.TlsLimitSize(),
                new Fault.ClientCertificateRequired(List.of("CN=a")),
                new Fault.Rejected("x"),
                new Fault.CertificateExpired(instant),
                new Fault.CertificateNotYetValid(instant),
                new Fault.CertificateForOther(List.of("a", "b")),
                new Fault.SendTimeout(),
                new Fault.ResetWhileSending(),
                new Fault.ReadTimeoutPartial(),
                new Fault.ResetBeforeData(),
                new Fault.ResetAfterData(),
                new Fault.ClosedBeforeData(),
                new Fault.LimitReached(),
                new Fault.MatchTimeout());
        long sentences = faults.stream()
                .map(fault -> Judge.judge(SPEC, notConnected(fault)).headline())
                .filter(headline -> headline.indexOf(' ') > 0 || headline.equals("unusable"))
                .distinct()
                .count();
        assertEquals(faults.size(), sentences);
        assertEquals(faults.size(), faults.stream().map(Fault::code).distinct().count());
    }

    private static void assertVerdict(Severity severity, String cause, String headline, Trace trace) {
        assertEquals(new Verdict(severity, cause, headline), Judge.judge(SPEC, trace));
    }

    private static ProbeSpec spec(SlowerThan slow) {
        return new ProbeSpec(
                new Target.Tcp(new HostPort("127.0.0.1", 81)),
                null,
                List.of(),
                ProbeSpec.Limits.total(Duration.ofSeconds(10)),
                slow);
    }

    private static Trace notConnected(Fault fault) {
        return new Trace(List.of(new Phase.Connect(span(CONNECTED), List.of(), fault)));
    }

    private static Trace took(Duration elapsed) {
        return new Trace(List.of(new Phase.Connect(span(elapsed), List.of(open()), null)));
    }

    private static Trace answered(Duration waited, String answer, @Nullable Fault fault) {
        return new Trace(List.of(
                new Phase.Connect(span(CONNECTED), List.of(open()), null),
                new Phase.Expect(new Span(CONNECTED, CONNECTED.plus(waited)), Bytes.utf8(answer), null, fault)));
    }

    private static Attempt open() {
        return attempt(V4, new Attempt.Open("127.0.0.1:50000"));
    }

    private static Attempt attempt(Address address, Attempt.Outcome outcome) {
        return new Attempt(address, span(CONNECTED), outcome);
    }

    private static Span span(Duration length) {
        return new Span(Duration.ZERO, length);
    }
}
