package dev.porthole.probe.wire;

import dev.porthole.probe.TlsFacts;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/// What a certificate says of itself.
final class CertificateFacts {
    private CertificateFacts() {}

    static TlsFacts.Certificate of(X509Certificate certificate) {
        return new TlsFacts.Certificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                names(certificate));
    }

    /// The DNS names (kind 2) and addresses (kind 7) that it is good for.
    static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null) {
                return List.of();
            }
            return names.stream()
                    .filter(name -> Integer.valueOf(2).equals(name.get(0))
                            || Integer.valueOf(7).equals(name.get(0)))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    /// The platform has one answer for three cases; the chain tells them apart.
    static String whyUntrusted(List<X509Certificate> chain) {
        X509Certificate last = chain.getLast();
        boolean signedItself = last.getIssuerX500Principal().equals(last.getSubjectX500Principal());
        if (signedItself && chain.size() == 1) {
            return "it is signed by itself";
        }
        String issuer = last.getIssuerX500Principal().getName();
        return signedItself
                ? "this machine does not know its issuer " + issuer
                : "its issuer " + issuer
                        + " is not known to this machine, or the server left out a certificate between";
    }
}
