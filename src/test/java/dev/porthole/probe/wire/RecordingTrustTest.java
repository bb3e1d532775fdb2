package dev.porthole.probe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.porthole.probe.Fault;
import dev.porthole.probe.Fault.Untrusted;
import dev.porthole.probe.TlsFacts;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTrustTest {
    /// By their common names; `root` is the one that this test trusts.
    private final Map<String, X509Certificate> certificates = new HashMap<>();

    RecordingTrustTest() throws Exception {
        try (var file = RecordingTrustTest.class.getResourceAsStream("certificates.pem")) {
            for (var each : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                var certificate = (X509Certificate) each;
                String name = certificate.getSubjectX500Principal().getName();
                certificates.put(name.substring("CN=".length()), certificate);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"good.test", "good.test root", "deep.test between", "deep.test between root", "deep.test root between"})
    void aGoodChainHasNoDoubt(String chain) throws Exception {
        assertEquals(TlsFacts.Doubts.NONE, doubts(chain));
    }

    @ParameterizedTest
    @CsvSource({
        "self.test, SELF_SIGNED, ''",
        "deep.test, INCOMPLETE_CHAIN, CN=between",
        "foreign.test stranger, UNKNOWN_ROOT, CN=stranger",
        "foreign.test, INCOMPLETE_CHAIN, CN=stranger",
        "stale.test old-between root, ISSUER_OUT_OF_DATE, CN=old-between",
    })
    void whyNobodyVouchesForIt(String chain, Untrusted why, String detail) throws Exception {
        var doubts = doubts(chain);
        assertEquals(new Fault.CertificateUntrusted(why, detail), doubts.chain());
        assertNull(doubts.dates());
    }

    @Test
    void anExpiredCertificateOfAGoodChainIsOnlyExpired() throws Exception {
        var doubts = doubts("expired.test root");
        assertInstanceOf(Fault.CertificateExpired.class, doubts.dates());
        assertNull(doubts.chain());
        doubts = doubts("early.test root");
        assertInstanceOf(Fault.CertificateNotYetValid.class, doubts.dates());
        assertNull(doubts.chain());
    }

    @Test
    void anExpiredCertificateThatSignedItselfHasBothFaults() throws Exception {
        var doubts = doubts("old-self.test");
        assertInstanceOf(Fault.CertificateExpired.class, doubts.dates());
        assertEquals(new Fault.CertificateUntrusted(Untrusted.SELF_SIGNED, ""), doubts.chain());
        assertEquals(2, doubts.all().size());
    }

    @Test
    void aWeakKeyAndSignatureAreSeen() {
        var weak = CertificateFacts.of(certificate("weak.test"));
        assertEquals(
                List.of("its RSA key has 1024 bits", "it is signed with SHA1withRSA"),
                weak.strength().weaknesses());
        var good = CertificateFacts.of(certificate("good.test")).strength();
        assertEquals(new TlsFacts.Strength("EC 256", "SHA256withECDSA", List.of()), good);
    }

    private TlsFacts.Doubts doubts(String chain) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("root", certificate("root"));
        var trust = new RecordingTrust(RecordingTrust.trustOf(store));
        X509Certificate[] shown =
                Arrays.stream(chain.split(" ", -1)).map(this::certificate).toArray(X509Certificate[]::new);
        try (var socket = new Socket()) {
            trust.checkServerTrusted(shown, "ECDHE_ECDSA", socket);
        }
        return trust.doubts();
    }

    private X509Certificate certificate(String name) {
        return Objects.requireNonNull(certificates.get(name), name);
    }
}
