package dev.porthole.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a connection is secured.
///
/// @param certificate what a bad certificate of the server does
/// @param offer what the client puts into its hello
/// @param keys the certificates that the user gave
/// @param days when the end of a certificate is near
/// @param awaitsRefusal whether a probe that reads nothing waits a moment for a server that asked for a client's
///     certificate: with TLS 1.3 it says no only after the handshake
public record TlsSpec(CertificateCheck certificate, Offer offer, Keys keys, DaysLeft days, boolean awaitsRefusal) {
    /// What a certificate that does not convince does to the probe.
    public enum CertificateCheck {
        /// It fails, before any application byte is sent.
        REQUIRED,
        /// It goes on; the trace still says what is wrong.
        NONE
    }

    /// `serverName` stands in for the name of the target, in the hello and for the certificate. `oldProtocols` adds TLS
    /// 1.0 and 1.1 and the suites that are switched off today.
    public record Offer(@Nullable String serverName, List<String> alpn, boolean oldProtocols) {
        public static final Offer USUAL = new Offer(null, List.of(), false);

        public Offer {
            alpn = List.copyOf(alpn);
        }
    }

    /// Files as they were read: `trusted` is PEM and replaces the roots of this machine, `own` is PKCS#12 or PEM and
    /// shows who we are. Both may be empty. No part of it is ever shown.
    public record Keys(Bytes trusted, Bytes own, String password) {
        public static final Keys NONE = new Keys(Bytes.EMPTY, Bytes.EMPTY, "");

        @Override
        public String toString() {
            return "Keys[hidden]";
        }
    }

    /// A certificate with fewer whole days than `warning` or `critical` left says so; 0 is never.
    public record DaysLeft(int warning, int critical) {
        public static final DaysLeft NOT_JUDGED = new DaysLeft(0, 0);
        public static final DaysLeft USUAL = new DaysLeft(14, 0);
    }

    /// No more than the handshake and its certificate, as the commands that stand in for others do it.
    public TlsSpec(CertificateCheck certificate) {
        this(certificate, Offer.USUAL, Keys.NONE, DaysLeft.NOT_JUDGED, false);
    }

    /// Ours: all that can be told.
    public static TlsSpec thorough(CertificateCheck certificate) {
        return new TlsSpec(certificate, Offer.USUAL, Keys.NONE, DaysLeft.USUAL, true);
    }
}
