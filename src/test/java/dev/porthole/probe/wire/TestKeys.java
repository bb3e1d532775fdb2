package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.KeyStore;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Certificates of the tests, each with its key under one password: `served.p12` and `expired.p12` (ended in March
/// 2025) for localhost, `client.p12` for a client, all issued by `authority.pem`, and `self-signed.p12` by nobody.
public final class TestKeys {
    public static final String PASSWORD = "porthole";

    private TestKeys() {}

    public static Bytes file(String name) {
        try (InputStream file = Objects.requireNonNull(TestKeys.class.getResourceAsStream(name), name)) {
            return Bytes.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new AssertionError(name, unreadable);
        }
    }

    public static KeyStore store(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file(name).toArray()), PASSWORD.toCharArray());
        return store;
    }

    /// With the certificate of that file, for a server that takes clients of the authority.
    public static SSLContext context(String name) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(name), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        var trust = RecordingTrust.trustOf(KeyFile.roots(file("authority.pem")));
        context.init(keys.getKeyManagers(), new TrustManager[] {trust}, null);
        return context;
    }
}
