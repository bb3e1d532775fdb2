package dev.porthole.probe.wire;

import dev.porthole.net.SafeText;
import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.TlsFacts;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.TlsSpec.CertificateCheck;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Raises a connection to TLS. The handshake comes to its end with any certificate; whether it may be used is judged
/// after it and before the first application byte.
final class TlsUpgrade {
    static {
        TlsDialect.prepare();
    }

    private @Nullable X509TrustManager platform;

    RaisedToTls upgrade(Line line, String targetName, TlsSpec spec, Run run) {
        Duration start = run.clock().now();
        var raw = new TappedSocket(line);
        ClientKeys keys = new ClientKeys(null);
        try {
            var trust = new RecordingTrust(trust(spec.keys()));
            keys = new ClientKeys(
                    spec.keys().own().isEmpty()
                            ? null
                            : KeyFile.own(spec.keys().own(), spec.keys().password()));
            String override = spec.offer().serverName();
            SSLSocket secured = layer(raw, override == null ? targetName : override, spec.offer(), trust, keys);
            secured.startHandshake();
            TlsFacts facts = facts(secured, trust, keys);
            Fault ended = run.ended(new Fault.TlsTimeout());
            Fault doubt = spec.certificate() == CertificateCheck.REQUIRED ? facts.doubt() : null;
            Fault fault = ended != null ? ended : doubt;
            var phase = new Phase.Handshake(run.clock().since(start), facts, fault);
            return new RaisedToTls(phase, fault != null ? null : lineOver(secured), keys.askedInVain());
        } catch (KeyFile.Unusable unusable) {
            return failed(start, new Fault.UnusableTarget(String.valueOf(unusable.getMessage())), run);
        } catch (IOException | GeneralSecurityException failure) {
            Fault ended = run.ended(new Fault.TlsTimeout());
            Fault own = faultOf(failure, raw.first(), keys);
            // Less plain text than a record of TLS has in its head makes JSSE wait for the rest.
            boolean plain = ended instanceof Fault.TlsTimeout && own instanceof Fault.NotTls;
            return failed(start, ended == null || plain ? own : ended, run);
        }
    }

    private static RaisedToTls failed(Duration start, Fault fault, Run run) {
        return new RaisedToTls(new Phase.Handshake(run.clock().since(start), null, fault), null, null);
    }

    /// Until TLS 1.2 a server that wants a certificate ends the handshake with some alert or none.
    private static Fault faultOf(Exception failure, Bytes first, ClientKeys keys) {
        Fault.OfTls fault = HandshakeFault.of(failure, first);
        boolean hungUp =
                fault instanceof Fault.TlsAlert || fault instanceof Fault.TlsReset || fault instanceof Fault.TlsClosed;
        List<String> askedInVain = keys.askedInVain();
        return hungUp && askedInVain != null ? new Fault.ClientCertificateRequired(askedInVain) : fault;
    }

    /// Closing TLS says farewell; closing the socket itself would wait for the server's.
    private static Line lineOver(SSLSocket secured) throws IOException {
        return new Line(secured.getInputStream(), secured.getOutputStream(), secured::shutdownOutput);
    }

    private static SSLSocket layer(
            TappedSocket raw, String serverName, TlsSpec.Offer offer, RecordingTrust trust, ClientKeys keys)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
        var socket = (SSLSocket) context.getSocketFactory().createSocket(raw, serverName, 0, false);
        TlsDialect.speak(socket, offer.oldProtocols());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(offer.alpn().toArray(String[]::new));
        // JSSE names only hosts with a dot; servers that hold several certificates want every name.
        if (serverName.chars().anyMatch(Character::isLetter) && serverName.indexOf(':') < 0) {
            try {
                parameters.setServerNames(List.of(new SNIHostName(serverName)));
            } catch (IllegalArgumentException notAName) {
                parameters.setServerNames(List.of());
            }
        }
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static TlsFacts facts(SSLSocket secured, RecordingTrust trust, ClientKeys keys) {
        var session = secured.getSession();
        String alpn = secured.getApplicationProtocol();
        return new TlsFacts(
                new TlsFacts.Agreed(
                        session.getProtocol(),
                        session.getCipherSuite(),
                        alpn == null || alpn.isEmpty() ? null : SafeText.of(alpn),
                        keys.asked()),
                trust.seen(),
                trust.chain().stream().map(CertificateFacts::of).toList(),
                trust.doubts());
    }

    /// Takes the whole way of a handshake once, with a server in this program. If it cannot, the first real one is
    /// slower, that is all.
    void warm(Run run) {
        try (var partner = HandshakePartner.start()) {
            run.abort().guard(partner);
            var raised = upgrade(partner.line(), "localhost", TlsSpec.thorough(CertificateCheck.NONE), run);
            run.abort().release(partner);
            if (raised.line() != null) {
                raised.line().close();
            }
        } catch (IOException | GeneralSecurityException unprepared) {
            // As above.
        }
    }

    private X509TrustManager trust(TlsSpec.Keys keys) throws GeneralSecurityException, KeyFile.Unusable {
        return keys.trusted().isEmpty() ? platform() : RecordingTrust.trustOf(KeyFile.roots(keys.trusted()));
    }

    /// Reading the trust store of the platform takes longer than a handshake, so it is read once.
    synchronized X509TrustManager platform() throws GeneralSecurityException {
        X509TrustManager known = platform;
        if (known == null) {
            known = RecordingTrust.trustOf(null);
            platform = known;
        }
        return known;
    }
}
