package dev.porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.HostPort;
import dev.porthole.probe.TlsSpec.CertificateCheck;
import dev.porthole.probe.TlsSpec.DaysLeft;
import dev.porthole.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateJudgeTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Span SPAN = new Span(Duration.ZERO, Duration.ofMillis(1));

    /// The hours until the end, the warning and critical limits in days.
    @ParameterizedTest
    @CsvSource({
        "336, 14, 0, OK, none",
        "335, 14, 0, WARNING, tls-expires-soon",
        "335, 0, 0, OK, none",
        "72, 14, 7, CRITICAL, tls-expires-soon",
        "168, 14, 7, WARNING, tls-expires-soon",
        "1, 0, 1, CRITICAL, tls-expires-soon",
    })
    void fewerWholeDaysThanTheLimitSayOne(long hours, int warning, int critical, Severity severity, String cause) {
        var verdict = judge(facts(hours, null), new DaysLeft(warning, critical));
        assertEquals(severity, verdict.severity());
        assertEquals(cause, verdict.cause());
    }

    @Test
    void theDaysAreSaid() {
        assertEquals(
                "All went well, but the certificate expires in 3 days, at 2026-01-04T13:00:00Z: renew it; fewer than 14"
                        + " days are the limit",
                judge(facts(73, null), DaysLeft.USUAL).headline());
        assertTrue(judge(facts(23, null), DaysLeft.USUAL).headline().contains("in less than a day"));
        assertEquals(-1, facts(-1, null).daysLeft().orElseThrow());
    }

    @Test
    void aWeakCertificateWarns() {
        var verdict = judge(facts(9999, null, "its RSA key has 1024 bits"), DaysLeft.USUAL);
        assertEquals(
                new Verdict(
                        Severity.WARNING,
                        "tls-weak",
                        "All went well, but the certificate is weak: its RSA key has 1024 bits"),
                verdict);
    }

    @Test
    void aCertificateThatWasNotToMatterIsNotWarnedOf() {
        var doubted = facts(1, new Fault.CertificateUntrusted(Fault.Untrusted.SELF_SIGNED, ""), "weak");
        assertEquals(Severity.OK, judge(doubted, DaysLeft.USUAL).severity());
    }

    @Test
    void aBadCertificateTellsAllItsFaults() {
        var facts = new TlsFacts(
                new TlsFacts.Agreed("TLSv1.3", "c", null, false),
                NOW,
                List.of(),
                new TlsFacts.Doubts(
                        new Fault.CertificateUntrusted(Fault.Untrusted.UNKNOWN_ROOT, "CN=x\u001b[2J"),
                        new Fault.CertificateNotYetValid(NOW.plusSeconds(60)),
                        new Fault.CertificateForOther(List.of("a", "b"))));
        var trace = new Trace(List.of(new Phase.Handshake(SPAN, facts, facts.doubt())));
        assertEquals(
                "The certificate is not trusted: this machine does not know its issuer CN=x\\x1b[2J; also, it is valid"
                        + " only from 2026-01-01T12:01:00Z on; the clock of this machine says 2026-01-01T12:00:00Z;"
                        + " also, it is not for h but for a, b",
                Judge.judge(spec(DaysLeft.USUAL), trace).headline());
    }

    private static Verdict judge(TlsFacts facts, DaysLeft days) {
        return Judge.judge(spec(days), new Trace(List.of(new Phase.Handshake(SPAN, facts, null))));
    }

    private static ProbeSpec spec(DaysLeft days) {
        var tls = new TlsSpec(CertificateCheck.NONE, TlsSpec.Offer.USUAL, TlsSpec.Keys.NONE, days, true);
        return new ProbeSpec(
                new Target.Tcp(new HostPort("h", 1)),
                null,
                List.of(new Step.RaiseToTls(StartTls.IMAP, tls)),
                ProbeSpec.Limits.total(Duration.ofSeconds(1)),
                SlowerThan.NEVER);
    }

    private static TlsFacts facts(long hours, @Nullable Fault chain, String... weaknesses) {
        var leaf = new TlsFacts.Certificate(
                "CN=a",
                "CN=b",
                NOW,
                NOW.plus(Duration.ofHours(hours)),
                List.of(),
                new TlsFacts.Strength("k", "s", List.of(weaknesses)));
        return new TlsFacts(
                new TlsFacts.Agreed("TLSv1.3", "c", null, false),
                NOW,
                List.of(leaf),
                new TlsFacts.Doubts(chain, null, null));
    }
}
