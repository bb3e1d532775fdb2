package dev.porthole.diagnosis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.diagnosis.Certainty;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.Scene;
import dev.porthole.probe.Fault;
import dev.porthole.probe.StartTls;
import dev.porthole.probe.TlsFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BadCertificateTest {
    private static Optional<Finding> examine(Scene scene) {
        return new BadCertificate().examine(scene.evidence());
    }

    private static Finding found(Scene scene) {
        return examine(scene).orElseThrow();
    }

    private static final Duration DAY = Duration.ofDays(1);

    private static TlsFacts.Certificate certificate(String subject, Instant from, Instant until) {
        return new TlsFacts.Certificate(
                subject,
                "CN=Root",
                from,
                until,
                List.of("a.example"),
                new TlsFacts.Strength("RSA", "SHA256", List.of()));
    }

    private static TlsFacts facts(TlsFacts.Certificate... chain) {
        return new TlsFacts(
                new TlsFacts.Agreed("TLSv1.3", "TLS_AES_128_GCM_SHA256", null, false),
                Scene.NOW,
                List.of(chain),
                TlsFacts.Doubts.NONE);
    }

    private static Finding of(Fault fault, TlsFacts.Certificate... chain) {
        return found(Scene.tcp("a.example", 443).open("10.0.0.9").inTls(facts(chain), fault));
    }

    @Test
    void aDateThatIsOverIsProven() {
        Instant over = Scene.NOW.minus(DAY.multipliedBy(3));
        Finding finding = of(
                new Fault.CertificateExpired(over),
                certificate("CN=a", over.minus(DAY), over),
                certificate("CN=Root", over.minus(DAY), Scene.NOW.plus(DAY)));
        assertEquals("The certificate of a.example has expired: its date is over", finding.title());
        assertEquals(Certainty.PROVEN, finding.certainty());
        assertTrue(finding.because().getFirst().contains("3 days ago"), finding.because()::toString);
    }

    @Test
    void aChainThatIsOverAsAWholeSpeaksAgainstTheClock() {
        Instant over = Scene.NOW.minus(DAY.multipliedBy(3000));
        Finding finding = of(
                new Fault.CertificateExpired(over),
                certificate("CN=a", over.minus(DAY), over),
                certificate("CN=Root", over.minus(DAY), over));
        assertEquals(Certainty.LIKELY, finding.certainty());
        assertTrue(finding.title().startsWith("The clock of this machine is most likely ahead"), finding::title);
    }

    @Test
    void oneThatBeginsSoonMayBeTheClockOfEither() {
        Instant soon = Scene.NOW.plus(Duration.ofHours(3));
        Finding finding = of(new Fault.CertificateNotYetValid(soon), certificate("CN=a", soon, soon.plus(DAY)));
        assertTrue(finding.because().toString().contains("one of the two clocks may be off"));
        assertEquals("timedatectl", finding.remedies().getFirst().command());
    }

    @Test
    void anotherNameIsSaidWithTheNamesItHas() {
        Finding finding = of(new Fault.CertificateForOther(List.of("b.example", "c.example")));
        assertEquals("The certificate is for another name than a.example: for b.example, c.example", finding.title());
    }

    @Test
    void theChainsFaultIsNamed() {
        assertTrue(of(new Fault.CertificateUntrusted(Fault.Untrusted.SELF_SIGNED, ""))
                .title()
                .contains("is self-signed"));
        assertTrue(of(new Fault.CertificateUntrusted(Fault.Untrusted.INCOMPLETE_CHAIN, "CN=Between"))
                .title()
                .contains("leaves out the one of CN=Between"));
    }

    @Test
    void aGoodCertificateAndAnotherFaultAreNone() {
        Scene good = Scene.tcp("a.example", 443).open("10.0.0.9");
        assertTrue(examine(good.inTls(facts(), null)).isEmpty());
        assertTrue(examine(Scene.tcp("a.example", 443).refused("10.0.0.9")).isEmpty());
    }

    @Test
    void theCommandAsksForTlsAsTheProbeDid() {
        var fault = new Fault.CertificateUntrusted(Fault.Untrusted.UNKNOWN_ROOT, "CN=Root");
        TlsFacts shown = facts(certificate("CN=a", Scene.NOW, Scene.NOW.plus(DAY)));
        Finding finding = found(
                Scene.tcp("a.example", 25).open("10.0.0.9").raisedToTls(StartTls.SMTP, "mail.example", shown, fault));
        assertEquals(
                "openssl s_client -connect a.example:25 -starttls smtp -servername mail.example -showcerts </dev/null",
                finding.remedies().getLast().command());
    }
}
