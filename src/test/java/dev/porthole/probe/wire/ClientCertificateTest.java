package dev.porthole.probe.wire;

import static dev.porthole.probe.wire.LoopbackServer.mutual;
import static dev.porthole.probe.wire.LoopbackServer.says;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.porthole.net.HostPort;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Judge;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Reading;
import dev.porthole.probe.Regex;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Step;
import dev.porthole.probe.Target;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.Trace;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a server that takes no client without a certificate of its authority.
class ClientCertificateTest {
    private final ProbeRunner runner = new ProbeRunner();

    @AfterEach
    void close() {
        runner.close();
    }

    @ParameterizedTest
    @CsvSource({"client.p12, porthole", "client-locked.pem, porthole"})
    void aLockedFileAndItsPasswordOpenTheDoor(String file, String password) throws Exception {
        assertLetIn(TestKeys.file(file), password);
    }

    @Test
    void anOpenPemFileNeedsNoPassword() throws Exception {
        assertLetIn(pem("PRIVATE KEY"), "");
    }

    @Test
    void aGreetingIsReadBehindTheDoor() throws Exception {
        try (var server = mutual(says("220 ready\r\n"))) {
            Step greeting = new Step.Expect(Regex.guarded("^220"), Reading.UntilMatch.DEFAULT);
            Trace trace = probe(server, TestKeys.file("client.p12"), TestKeys.PASSWORD, greeting);
            assertEquals(Bytes.utf8("220 ready\r\n"), trace.received());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "client.p12, wrong, The password of the client certificate's file is wrong.",
        "client.p12, '', 'The client certificate''s file is locked by a password, and none was given.'",
        "client-locked.pem, wrong, The password of the client certificate's file is wrong.",
        "client-locked.pem, '', 'The client certificate''s file is locked by a password, and none was given.'",
        "authority.pem, '', The client certificate's file holds no private key; put the key and the certificate into one file.",
    })
    void whatCannotBeUsedIsOneSentence(String file, String password, String sentence) throws Exception {
        assertUnusable(TestKeys.file(file), password, sentence);
    }

    @Test
    void whatIsNeitherOfBothOrOldIsOneSentence() throws Exception {
        assertUnusable(
                Bytes.of((byte) 1, (byte) 2, (byte) 3),
                "x",
                "The client certificate cannot be read: the file is neither PEM nor PKCS#12, or it is damaged.");
        assertUnusable(
                pem("EC PRIVATE KEY"),
                "",
                "The private key is in an older form; convert it with: openssl pkcs8 -topk8");
    }

    @Test
    void withoutACertificateTheServerSaysWhoseItTakes() throws Exception {
        try (var server = mutual(says(""))) {
            assertEquals(
                    new Fault.ClientCertificateRequired(List.of("CN=Test authority")),
                    probe(server, Bytes.EMPTY, "").fault().orElse(null));
        }
    }

    @Test
    void aCertificateThatTheServerDoesNotTakeIsNoSuccess() throws Exception {
        try (var server = mutual(says(""))) {
            Trace trace = probe(server, TestKeys.file("self-signed.p12"), TestKeys.PASSWORD);
            // An alert, or the reset behind it if that came first.
            assertInstanceOf(Fault.OfTls.class, trace.fault().orElseThrow());
        }
    }

    private void assertLetIn(Bytes own, String password) throws Exception {
        try (var server = mutual(says(""))) {
            Trace trace = probe(server, own, password);
            assertEquals(List.of(), trace.fault().stream().toList());
            assertEquals(true, trace.tls().orElseThrow().agreed().askedWho());
        }
    }

    private void assertUnusable(Bytes own, String password, String sentence) throws Exception {
        try (var server = mutual(says(""))) {
            ProbeSpec spec = spec(server, own, password);
            Trace trace = runner.run(spec, new Abort());
            assertEquals(new Fault.UnusableTarget(sentence), trace.fault().orElse(null));
            assertFalse(spec.toString().contains("wrong"), "the password is in the text of the spec");
            String headline = Judge.judge(spec, trace).headline();
            assertEquals(sentence.replaceAll("\\.$", ""), headline.replaceAll("\\.$", ""));
        }
    }

    private Trace probe(LoopbackServer server, Bytes own, String password, Step... steps) {
        return runner.run(spec(server, own, password, steps), new Abort());
    }

    private static ProbeSpec spec(LoopbackServer server, Bytes own, String password, Step... steps) {
        var tls = new TlsSpec(
                TlsSpec.CertificateCheck.REQUIRED,
                TlsSpec.Offer.USUAL,
                new TlsSpec.Keys(TestKeys.file("authority.pem"), own, password),
                TlsSpec.DaysLeft.USUAL,
                true);
        var target = new Target.Tcp(new HostPort("localhost", server.port()));
        var limits = ProbeSpec.Limits.total(Duration.ofSeconds(20));
        return new ProbeSpec(target, tls, List.of(steps), limits, SlowerThan.NEVER);
    }

    /// As people have it who did not protect it.
    private static Bytes pem(String title) throws Exception {
        KeyStore store = TestKeys.store("client.p12");
        byte[] key = store.getKey("own", TestKeys.PASSWORD.toCharArray()).getEncoded();
        return Bytes.utf8(block(title, key)
                + block("CERTIFICATE", store.getCertificate("own").getEncoded()));
    }

    private static String block(String title, byte[] content) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content);
        return "-----BEGIN " + title + "-----\n" + lines + "\n-----END " + title + "-----\n";
    }
}
