package dev.porthole.probe.wire;

import static dev.porthole.probe.wire.LoopbackServer.plain;
import static dev.porthole.probe.wire.LoopbackServer.says;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.porthole.net.HostPort;
import dev.porthole.probe.ByteEscapes;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.TlsSpec.CertificateCheck;
import dev.porthole.probe.Trace;
import dev.porthole.probe.Wanted;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DialogueTest {
    private static final Duration PLENTY = Duration.ofSeconds(20);

    private final ProbeRunner runner = new ProbeRunner();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void twoAnswersInOneSegmentAreTwo() throws Exception {
        try (var server = plain(says("220 a\r\n250 b\r\n"))) {
            var trace = run(server, expect("^220.*\n"), expect("^250"));
            assertEquals(List.of(), trace.fault().stream().toList());
            assertEquals(
                    List.of("220 a\\r\\n", "250 b\\r\\n"),
                    trace.phases().stream()
                            .filter(Phase.Expect.class::isInstance)
                            .map(phase -> ((Phase.Expect) phase).received().toString())
                            .toList());
        }
    }

    @Test
    void questionAndAnswerGoOnUntilOneFails() throws Exception {
        LoopbackServer.Play talks = client -> {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
            var heard = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.append(line).append(';');
                client.getOutputStream().write(("re " + line + "\r\n").getBytes(ISO_8859_1));
            }
            return heard.toString();
        };
        try (var server = plain(talks)) {
            var trace = run(server, send("a\n"), expect("re a"), send("b\n"), expect("^re x"), send("c\n"));
            assertEquals(new Fault.Mismatch(), trace.fault().orElseThrow());
            assertEquals(Bytes.utf8("re b\r\n"), trace.received());
            assertEquals("a;b;", server.heard());
        }
    }

    @Test
    void whatMustNotComeFailsAtOnce() throws Exception {
        try (var server = plain(says("421 busy"))) {
            var trace = run(server, new Step.Reject(Regex.guarded("^4")), expect("^220"));
            assertEquals(new Fault.Rejected("^4"), trace.fault().orElseThrow());
        }
    }

    @Test
    void octetsAreExpectedOneByOneAndFailWithTheFirstThatDiffers() throws Exception {
        try (var server = plain(says("SSH"))) {
            var octets = new Step.Expect(new Wanted.Octets(Bytes.utf8("SS")), Reading.UntilMatch.DEFAULT);
            assertEquals(
                    List.of(),
                    run(server, octets, expect("^H")).fault().stream().toList());
        }
        try (var server = plain(says("S+"))) {
            var octets = new Step.Expect(new Wanted.Octets(Bytes.utf8("SSH")), Reading.UntilMatch.DEFAULT);
            assertEquals(new Fault.Mismatch(), run(server, octets).fault().orElseThrow());
        }
    }

    @Test
    void silenceAfterAWholeLineEndsTheWait() throws Exception {
        try (var server = plain(says("500 no\r\n"))) {
            var trace = run(server, expect("^220$"));
            assertEquals(new Fault.Mismatch(), trace.fault().orElseThrow());
        }
    }

    @Test
    void silenceDecidesNothingWhereItIsSwitchedOff() throws Exception {
        try (var server = plain(says("500 no\r\n"))) {
            var patient = new Step.Expect(Regex.guarded("^220"), new Reading.UntilMatch(1000, Duration.ZERO));
            var limit = Duration.ofMillis(450);
            var trace = run(server, limit, patient);
            assertEquals(new Fault.Mismatch(), trace.fault().orElseThrow());
            assertEquals(true, trace.elapsed().compareTo(limit) >= 0);
        }
    }

    /// What the server says at once, whatever it is asked.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SMTP | 220 mx\\r\\n250-mx\\r\\n250 SIZE\\r\\n | starttls-not-offered",
                "SMTP | 220 mx\\r\\n502 what\\r\\n | starttls-not-offered",
                "SMTP | 220 mx\\r\\n250 STARTTLS\\r\\n454 later\\r\\n | starttls-refused",
                "SMTP | 220 mx\\r\\n250 STARTTLS\\r\\n220 go\\r\\nEHLO x\\r\\n | starttls-injection",
                "SMTP | 421 busy\\r\\n | starttls-refused",
                "SMTP | SSH-2.0-x\\r\\n | starttls-unexpected",
                "IMAP | * OK hi\\r\\n* CAPABILITY IMAP4rev1 LOGINDISABLED\\r\\na OK\\r\\n | starttls-not-offered",
                "IMAP | * OK hi\\r\\n* CAPABILITY STARTTLS\\r\\na OK\\r\\n* 1 EXISTS\\r\\nb NO x\\r\\n | starttls-refused",
                "IMAP | * PREAUTH hi\\r\\n | starttls-refused",
                "IMAP | * OK hi\\r\\n* BYE go away\\r\\n | starttls-refused",
                "POP3 | +OK hi\\r\\n+OK\\r\\nTOP\\r\\n.\\r\\n | starttls-not-offered",
                "POP3 | +OK hi\\r\\n-ERR what\\r\\n | starttls-not-offered",
                "POP3 | +OK hi\\r\\n+OK\\r\\nSTLS\\r\\n.\\r\\n-ERR no\\r\\n | starttls-refused",
                "POP3 | +OK hi\\r\\n+OK\\r\\nSTLS\\r\\n.\\r\\n+OK\\r\\n+OK\\r\\n | starttls-injection",
                "FTP | 220-a\\r\\nb\\r\\n220 c\\r\\n500 what\\r\\n | starttls-not-offered",
                "FTP | 220 a\\r\\n534 policy\\r\\n | starttls-refused",
                "LDAP | 0\\x0c\\x02\\x01\\x01x\\x07\\x0a\\x01\\x35\\x04\\x00\\x04\\x00 | starttls-refused",
                "LDAP | 0\\x0c\\x02\\x01\\x01x\\x07\\x0a\\x01\\x00\\x04\\x00\\x04\\x00x | starttls-injection",
                "LDAP | 0\\x03abc | starttls-unexpected",
                "LDAP | 0\\x84\\xff\\xff\\xff\\xff | limit-bytes",
                "LDAP | 220 mx\\r\\n | starttls-unexpected",
                "POSTGRES | N | starttls-not-offered",
                "POSTGRES | SX | starttls-injection",
                "POSTGRES | E\\x00\\x00\\x00\\x0aMno\\x00\\x00 | starttls-refused",
                "POSTGRES | 220 mx\\r\\n | starttls-unexpected",
                "XMPP | <stream:stream><stream:features></stream:features> | starttls-not-offered",
                "XMPP | <!DOCTYPE a [<!ENTITY b SYSTEM 'http://x'>]> | starttls-unexpected",
                "XMPP | <stream:stream><stream:error><x/></stream:error> | starttls-refused",
                "XMPP | <stream:stream><stream:features><starttls/></stream:features><failure/> | starttls-refused",
                "XMPP | <stream:features><starttls/></stream:features><proceed/><x> | starttls-injection",
                "NO_WORDS | hello\\r\\n | tls-not-tls",
            })
    void aDialogueThatDoesNotLeadToTls(StartTls protocol, String script, String code) throws Exception {
        Bytes words = ByteEscapes.read(script);
        LoopbackServer.Play play = client -> {
            client.getOutputStream().write(words.toArray());
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
            return "";
        };
        try (var server = plain(play)) {
            var secret = send("PASS canary");
            var trace = run(server, raise(protocol), secret);
            assertEquals(code, trace.fault().map(Fault::code).orElse("none"), trace::toString);
            var last = trace.phases().getLast();
            assertEquals(false, last instanceof Phase.Send, "nothing is sent in plain text");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StartTls.class,
            names = {"SMTP", "IMAP"})
    void aServerThatStopsHalfwayIsShownWithWhatItSaid(StartTls protocol) throws Exception {
        String greeting = protocol == StartTls.SMTP ? "220 mx\r\n" : "* OK hi\r\n";
        try (var server = plain(says(greeting))) {
            var trace = run(server, Duration.ofMillis(150), raise(protocol));
            assertEquals(new Fault.StartTlsTimeout(protocol), trace.fault().orElseThrow());
            assertEquals(greeting, new String(trace.received().toArray(), ISO_8859_1));
            var said = assertInstanceOf(Phase.Negotiation.class, trace.phases().getLast())
                    .said();
            assertEquals(2, said.size());
        }
    }

    private static Step raise(StartTls protocol) {
        return new Step.RaiseToTls(protocol, TlsSpec.thorough(CertificateCheck.NONE));
    }

    private static Step expect(String pattern) {
        return new Step.Expect(Regex.guarded(pattern), Reading.UntilMatch.DEFAULT);
    }

    private static Step send(String text) {
        return new Step.Send(Bytes.utf8(text));
    }

    private Trace run(LoopbackServer server, Step... steps) {
        return run(server, PLENTY, steps);
    }

    private Trace run(LoopbackServer server, Duration limit, Step... steps) {
        var target = new Target.Tcp(new HostPort("127.0.0.1", server.port()));
        return runner.run(
                new ProbeSpec(target, null, List.of(steps), ProbeSpec.Limits.total(limit), SlowerThan.NEVER),
                new Abort());
    }
}
