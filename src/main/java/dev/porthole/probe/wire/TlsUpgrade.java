package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.TlsFacts;
import dev.porthole.probe.TlsSpec;
import dev.porthole.probe.TlsSpec.CertificateCheck;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Raises a connection to TLS. The handshake comes to its end with any certificate; whether it may be used is judged
/// after it and before the first application byte.
final class TlsUpgrade {
    private static final String ALERT = "Received fatal alert: ";
    private static final int FIRST_RECORD_TYPE = 20;
    private static final int LAST_RECORD_TYPE = 24;

    private @Nullable X509TrustManager platform;

    Dialled<Phase.Handshake> upgrade(Line line, String serverName, TlsSpec spec, Run run) {
        Duration start = run.clock().now();
        var raw = new TappedSocket(line);
        try {
            var trust = new RecordingTrust(platform());
            SSLSocket secured = layer(raw, serverName, trust);
            secured.startHandshake();
            TlsFacts facts = facts(secured.getSession(), trust);
            Fault ended = run.ended(new Fault.TlsTimeout());
            Fault doubt = spec.certificate() == CertificateCheck.REQUIRED ? facts.doubt() : null;
            Fault fault = ended != null ? ended : doubt;
            var phase = new Phase.Handshake(run.clock().since(start), facts, fault);
            // Closing TLS says farewell; closing the socket itself would wait for the server's.
            return new Dialled<>(
                    phase,
                    fault != null
                            ? null
                            : new Line(secured.getInputStream(), secured.getOutputStream(), secured::shutdownOutput));
        } catch (IOException | GeneralSecurityException failure) {
            Fault ended = run.ended(new Fault.TlsTimeout());
            Fault fault = ended != null ? ended : faultOf(failure, raw.first());
            return new Dialled<>(new Phase.Handshake(run.clock().since(start), null, fault), null);
        }
    }

    private static SSLSocket layer(TappedSocket raw, String serverName, RecordingTrust trust)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        var socket = (SSLSocket) context.getSocketFactory().createSocket(raw, serverName, 0, false);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
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

    private static TlsFacts facts(SSLSession session, RecordingTrust trust) {
        return new TlsFacts(
                session.getProtocol(),
                session.getCipherSuite(),
                trust.chain().stream().map(CertificateFacts::of).toList(),
                trust.doubt());
    }

    private static Fault faultOf(Exception failure, Bytes first) {
        boolean isTls = first.isEmpty() || (first.at(0) >= FIRST_RECORD_TYPE && first.at(0) <= LAST_RECORD_TYPE);
        if (!isTls) {
            return new Fault.NotTls(first);
        }
        String alert = alertOf(failure);
        if (alert != null) {
            return new Fault.TlsAlert(alert);
        }
        if (isCausedBy(failure, EOFException.class)) {
            return new Fault.TlsClosed();
        }
        return isCausedBy(failure, SocketException.class)
                ? new Fault.TlsReset()
                : new Fault.TlsProtocolError(String.valueOf(failure.getMessage()));
    }

    /// The name of the alert that the server sent, null if none. JSSE has no other place for it than its text, which is
    /// never translated.
    static @Nullable String alertOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            int at = text.indexOf(ALERT);
            if (at >= 0) {
                return text.substring(at + ALERT.length());
            }
        }
        return null;
    }

    static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /// Takes the handshake as far as it goes with a server that hangs up at once.
    void warm() {
        var nobody = new Line(InputStream.nullInputStream(), OutputStream.nullOutputStream(), () -> {});
        try {
            layer(new TappedSocket(nobody), "localhost", new RecordingTrust(platform()))
                    .startHandshake();
        } catch (IOException | GeneralSecurityException hungUp) {
            // As it was to be.
        }
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
