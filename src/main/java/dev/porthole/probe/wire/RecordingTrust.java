package dev.porthole.probe.wire;

import dev.porthole.probe.Fault;
import dev.porthole.probe.Fault.Untrusted;
import dev.porthole.probe.TlsFacts.Doubts;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Lets every handshake come to its end and remembers what the platform thinks of the certificate: of its chain, its
/// dates and its name, each for itself. Whoever uses it must ask [#doubts()] before sending anything.
final class RecordingTrust extends X509ExtendedTrustManager {
    private final X509TrustManager platform;
    private final Instant seen = Instant.now();
    private List<X509Certificate> chain = List.of();
    private Doubts doubts = new Doubts(new Fault.CertificateUntrusted(Untrusted.NOT_SHOWN, ""), null, null);

    RecordingTrust(X509TrustManager platform) {
        this.platform = platform;
    }

    /// When the dates were looked at, by the clock of this machine.
    Instant seen() {
        return seen;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    Doubts doubts() {
        return doubts;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket) {
        chain = List.of(shown);
        Fault dates = checkDates(chain.getFirst());
        doubts = new Doubts(checkChain(authType, dates), dates, checkName(authType, socket));
    }

    private @Nullable Fault checkDates(X509Certificate leaf) {
        Instant until = leaf.getNotAfter().toInstant();
        Instant from = leaf.getNotBefore().toInstant();
        if (seen.isAfter(until)) {
            return new Fault.CertificateExpired(until);
        }
        return seen.isBefore(from) ? new Fault.CertificateNotYetValid(from) : null;
    }

    private @Nullable Fault checkChain(String authType, @Nullable Fault dates) {
        try {
            platform.checkServerTrusted(chain.toArray(X509Certificate[]::new), authType);
            return null;
        } catch (CertificateException refused) {
            if (dates != null && wasTrusted()) {
                return null;
            }
            var why = new ChainDoubt(chain, List.of(platform.getAcceptedIssuers()), seen);
            return why.explain(root(refused));
        }
    }

    /// Whether the chain was good while the server's own certificate was, so that only its dates are at fault.
    private boolean wasTrusted() {
        X509Certificate leaf = chain.getFirst();
        try {
            Set<TrustAnchor> anchors = Arrays.stream(platform.getAcceptedIssuers())
                    .map(root -> new TrustAnchor(root, null))
                    .collect(Collectors.toSet());
            var selector = new X509CertSelector();
            selector.setCertificate(leaf);
            var wanted = new PKIXBuilderParameters(anchors, selector);
            wanted.setRevocationEnabled(false);
            wanted.setDate(seen.isAfter(leaf.getNotAfter().toInstant()) ? leaf.getNotAfter() : leaf.getNotBefore());
            wanted.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            CertPathBuilder.getInstance("PKIX").build(wanted);
            return true;
        } catch (GeneralSecurityException never) {
            return false;
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
