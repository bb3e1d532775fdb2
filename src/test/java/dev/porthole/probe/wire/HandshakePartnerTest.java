package dev.porthole.probe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.porthole.probe.Fault;
import dev.porthole.probe.TimeLimit;
import dev.porthole.probe.TlsFacts;
import dev.porthole.probe.TlsSpec;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.Test;

class HandshakePartnerTest {
    @Test
    void theWholeWayOfAHandshakeIsTakenWithNobodyElse() throws Exception {
        try (var timer = new ScheduledThreadPoolExecutor(1);
                var partner = HandshakePartner.start()) {
            var abort = new Abort();
            var deadline = new Deadline(new TimeLimit.Total(Duration.ofSeconds(20)), abort, timer);
            var raised = new TlsUpgrade()
                    .upgrade(
                            partner.line(),
                            "localhost",
                            TlsSpec.thorough(TlsSpec.CertificateCheck.NONE),
                            new Run(new Stopwatch(), abort, deadline));
            deadline.end();
            TlsFacts facts = Objects.requireNonNull(raised.phase().facts());
            assertEquals("TLSv1.3", facts.protocol());
            assertEquals(
                    new Fault.CertificateUntrusted(Fault.Untrusted.SELF_SIGNED, ""),
                    facts.doubts().chain());
            assertNull(facts.doubts().name());
        }
    }

    @Test
    void itsCertificateIsOneThatOthersCouldRead() throws Exception {
        var pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var certificate = (X509Certificate) PassingCertificate.certificate(pair);
        certificate.verify(pair.getPublic());
        assertEquals("CN=localhost", certificate.getSubjectX500Principal().getName());
        assertEquals(1, certificate.getVersion());
    }
}
