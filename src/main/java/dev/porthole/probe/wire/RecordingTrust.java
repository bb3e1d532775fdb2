package dev.porthole.probe.wire;

import dev.porthole.probe.Fault;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Lets every handshake come to its end and remembers what the platform thinks of the certificate, so that the trace
/// can show the chain of a bad one. Whoever uses it must ask [#doubt()] before sending anything.
final class RecordingTrust extends X509ExtendedTrustManager {
    private final X509TrustManager platform;
    private List<X509Certificate> chain = List.of();
    private @Nullable Fault doubt = new Fault.CertificateUntrusted("the server showed no certificate");

    RecordingTrust(X509TrustManager platform) {
        this.platform = platform;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    @Nullable
    Fault doubt() {
        return doubt;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket) {
        chain = List.of(shown);
        Fault ofChain = checkChain(authType);
        doubt = ofChain != null ? ofChain : checkName(authType, socket);
    }

    private @Nullable Fault checkChain(String authType) {
        try {
            platform.checkServerTrusted(chain.toArray(X509Certificate[]::new), authType);
            return null;
        } catch (CertificateException refused) {
            X509Certificate leaf = chain.getFirst();
            return switch (root(refused)) {
                case CertificateExpiredException _ ->
                    new Fault.CertificateExpired(leaf.getNotAfter().toInstant());
                case CertificateNotYetValidException _ ->
                    new Fault.CertificateNotYetValid(leaf.getNotBefore().toInstant());
                default -> new Fault.CertificateUntrusted(CertificateFacts.whyUntrusted(chain));
            };
        }
    }

    /// With the leaf alone as its root of trust, the platform has nothing left to judge but the name.
    private @Nullable Fault checkName(String authType, Socket socket) {
        X509Certificate leaf = chain.getFirst();
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("leaf", leaf);
            if (trustOf(store) instanceof X509ExtendedTrustManager names) {
                names.checkServerTrusted(new X509Certificate[] {leaf}, authType, socket);
            }
            return null;
        } catch (GeneralSecurityException | IOException otherName) {
            return new Fault.CertificateForOther(CertificateFacts.names(leaf));
        }
    }

    /// The trust that `store` gives, the platform's own if it is null.
    static X509TrustManager trustOf(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (var manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                return trust;
            }
        }
        throw new GeneralSecurityException("the platform has no trust manager for certificates");
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType) throws CertificateException {
        throw new CertificateException("only sockets are checked");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only sockets are checked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType) throws CertificateException {
        throw new CertificateException("only servers are checked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("only servers are checked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only servers are checked");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }
}
