package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.porthole.net.HostPort;
import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Judge;
import dev.porthole.probe.Part;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Span;
import dev.porthole.probe.Target;
import dev.porthole.probe.TimeLimit;
import dev.porthole.probe.TlsFacts;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.Trace;
import dev.porthole.probe.Utterance;
import dev.porthole.probe.Utterance.Speaker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The three forms in which a probe is written out, of one run with everything in it.
class ProbeReportTest {
    private static final String HOSTILE = "\u001b[2J\u202e\u200b";
    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    private static final ProbeSpec SPEC = new ProbeSpec(
            new Target.Tcp(new HostPort("mail.example", 25)),
            TlsSpec.thorough(TlsSpec.CertificateCheck.REQUIRED),
            List.of(),
            new ProbeSpec.Limits(
                    new TimeLimit.Total(Duration.ofSeconds(10)),
                    Duration.ZERO,
                    Map.of(Part.TLS, new SlowerThan(Duration.ofSeconds(1), null))),
            new SlowerThan(Duration.ofSeconds(2), Duration.ofSeconds(5)));

    @Test
    void theTextTellsEveryPhaseAddressTurnAndCertificate() throws IOException {
        var out = new StringBuilder();
        Trace trace = full(null);
        ProbeText.write(SPEC, trace, Judge.judge(SPEC, trace), out);
        assertEquals("""
                WARNING (tls-weak): All went well, but the certificate is weak: its key is short; \
                2001:db8::7: connect refused after 1 ms

                Phases
                  look-up     1 ms
                  connect     1 ms
                  STARTTLS    1 ms
                  TLS         1 ms
                  send        1 ms
                  first byte  1 ms
                  answer      1 ms
                  goodbye     1 ms
                  total       8 ms

                Addresses
                  IPv6        2001:db8::7  connect-refused after 1 ms
                  IPv4        192.0.2.7  connected in 1 ms from 192.0.2.1:5
                  IPv4        192.0.2.8  not called

                Dialogue (< server, > probe)
                  < 220 hi\\r\\n
                  > AUTH TLS\\r\\n
                  > (11 bytes, not shown: they look like a credential)
                  < 220 \\x1b[2J\\u{202e}\\u{200b}
                  > QUIT

                TLS
                  agreed      TLSv1.3  TLS_AES_256_GCM_SHA384
                  ALPN        none agreed
                  weak        its key is short
                  subject     CN=\\x1b[2J\\u{202e}\\u{200b}
                    issuer    CN=ca
                    valid     2026-11-20T06:00:00Z to 2027-11-21T06:00:00Z
                    names     \\x1b[2J\\u{202e}\\u{200b}
                    key       RSA 1024, signed with SHA1withRSA
                  days left   365
                """, out.toString());
    }

    @Test
    void theJsonIsOneAsciiLineWithoutAnythingThatIsNoText() throws IOException {
        Trace trace = full(null);
        String line = ProbeJson.of(new ProbeJson.Probe("a" + HOSTILE, SPEC, NOW, trace, Judge.judge(SPEC, trace)));
        assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 0x7f), line);
        Map<String, Object> told = JSON.std.mapFrom(line);
        assertEquals("a\\x1b[2J\\u{202e}\\u{200b}", told.get("id"));
        assertEquals("WARN", told.get("verdict"));
        assertEquals("mail.example:25", told.get("target"));
        assertEquals("2026-11-21T06:00:00Z", told.get("started"));
        assertEquals(1.0, told.get("connected_ms"));
        assertEquals(8.0, told.get("elapsed_ms"));
        assertEquals(
                "{resolve=1.0, connect=1.0, starttls=1.0, tls=1.0, send=1.0, first_byte=1.0, match=1.0, quit=1.0}",
                String.valueOf(told.get("times_ms")));
        assertEquals(3, size(told.get("addresses")));
        assertEquals(5, size(told.get("dialogue")));
        assertTrue(line.contains("\"days_left\":365,\"doubts\":[],\"weaknesses\":[\"its key is short\"]"), line);
        assertFalse(line.contains("secret"), line);
    }

    @Test
    void whatDidNotHappenIsNullInJson() throws IOException {
        var trace = new Trace(List.of(new Phase.Resolve(span(0), List.of(), new Fault.NameNotFound("mail.example"))));
        Map<String, Object> told =
                JSON.std.mapFrom(ProbeJson.of(new ProbeJson.Probe(null, SPEC, NOW, trace, Judge.judge(SPEC, trace))));
        assertEquals("CRIT", told.get("verdict"));
        assertEquals(null, told.get("connected_ms"));
        assertEquals(null, told.get("tls"));
        assertEquals(null, told.get("id"));
    }

    @Test
    void aCancelIsAVerdictOfItsOwnInJson() throws IOException {
        Trace trace = full(new Fault.Cancelled());
        assertEquals(
                "CANCELLED",
                JSON.std
                        .mapFrom(ProbeJson.of(new ProbeJson.Probe(null, SPEC, NOW, trace, Judge.judge(SPEC, trace))))
                        .get("verdict"));
    }

    @Test
    void theLineForMonitorsHasSecondsAndLimits() {
        Trace trace = full(null);
        String line = ProbePerfdata.of(SPEC, trace, Judge.judge(SPEC, trace));
        assertTrue(line.startsWith("PROBE WARNING - All went well, but the certificate is weak: "), line);
        assertEquals(
                " time=0.008000s;2.000000;5.000000;0;10.000000 resolve=0.001000s;;;0; connect=0.001000s;;;0;"
                        + " starttls=0.001000s;;;0; tls=0.001000s;1.000000;;0; send=0.001000s;;;0;"
                        + " first_byte=0.001000s;;;0; match=0.001000s;;;0; quit=0.001000s;;;0; certificate_days=365",
                line.substring(line.indexOf('|') + 1));
    }

    @Test
    void whatWasNotUnderstoodHasAnAnswerToo() {
        assertEquals(
                "{\"id\":null,\"verdict\":\"UNKNOWN\",\"cause\":\"input-invalid\",\"text\":\"No \\\\x1b.\"}",
                ProbeJson.notUnderstood(null, "No \u001b."));
    }

    private static int size(@Nullable Object list) {
        return list instanceof List<?> known ? known.size() : -1;
    }

    private static Trace full(@Nullable Fault end) {
        var refused = new Address(Family.IPV6, "2001:db8::7");
        var open = new Address(Family.IPV4, "192.0.2.7");
        return new Trace(List.of(
                new Phase.Resolve(span(0), List.of(refused, open, new Address(Family.IPV4, "192.0.2.8")), null),
                new Phase.Connect(
                        span(1),
                        List.of(
                                new Attempt(refused, span(1), new Attempt.Failed(new Fault.ConnectRefused())),
                                new Attempt(open, span(1), new Attempt.Open("192.0.2.1:5"))),
                        null),
                new Phase.Negotiation(
                        span(2),
                        List.of(
                                new Utterance(Speaker.SERVER, Bytes.utf8("220 hi\r\n")),
                                new Utterance(Speaker.PROBE, Bytes.utf8("AUTH TLS\r\n"))),
                        null),
                new Phase.Handshake(span(3), facts(), null),
                new Phase.Send(span(4), Bytes.utf8("PASS secret"), null),
                new Phase.Expect(
                        new Span(Duration.ofMillis(5), Duration.ofMillis(7)),
                        Bytes.utf8("220 " + HOSTILE),
                        span(5),
                        end),
                new Phase.Quit(span(7), Bytes.utf8("QUIT"), null)));
    }

    private static TlsFacts facts() {
        var certificate = new TlsFacts.Certificate(
                "CN=" + HOSTILE,
                "CN=ca",
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(365)),
                List.of(HOSTILE),
                new TlsFacts.Strength("RSA 1024", "SHA1withRSA", List.of("its key is short")));
        return new TlsFacts(
                new TlsFacts.Agreed("TLSv1.3", "TLS_AES_256_GCM_SHA384", null, false),
                NOW,
                List.of(certificate),
                TlsFacts.Doubts.NONE);
    }

    private static Span span(long from) {
        return new Span(Duration.ofMillis(from), Duration.ofMillis(from + 1));
    }
}
