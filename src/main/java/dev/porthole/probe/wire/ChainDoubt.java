package dev.porthole.probe.wire;

import dev.porthole.probe.Fault;
import dev.porthole.probe.Fault.Untrusted;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why a chain is not trusted: the platform has one answer for several cases, and the chain tells them apart.
///
/// @param shown as the server sent it, its own certificate first, the others in any order
/// @param known the roots of this machine
record ChainDoubt(List<X509Certificate> shown, List<X509Certificate> known, Instant now) {
    /// `cause` is the platform's innermost reason.
    Fault.CertificateUntrusted explain(Throwable cause) {
        List<X509Certificate> path = path();
        X509Certificate last = path.getLast();
        if (isOwnIssuer(last) && path.size() == 1 && !known.contains(last)) {
            return new Fault.CertificateUntrusted(Untrusted.SELF_SIGNED, "");
        }
        Optional<X509Certificate> outdated =
                path.stream().skip(1).filter(this::isOutOfDate).findFirst();
        if (isAboutDates(cause) && outdated.isPresent()) {
            return new Fault.CertificateUntrusted(
                    Untrusted.ISSUER_OUT_OF_DATE,
                    outdated.get().getSubjectX500Principal().getName());
        }
        if (known.stream().anyMatch(root -> isIssuedBy(root, last))) {
            return new Fault.CertificateUntrusted(Untrusted.FORBIDDEN, String.valueOf(cause.getMessage()));
        }
        boolean alone = path.size() == 1;
        return new Fault.CertificateUntrusted(
                alone ? Untrusted.INCOMPLETE_CHAIN : Untrusted.UNKNOWN_ROOT,
                last.getIssuerX500Principal().getName());
    }

    /// From the server's own certificate to the last that can be reached with what was shown.
    private List<X509Certificate> path() {
        List<X509Certificate> path = new ArrayList<>(List.of(shown.getFirst()));
        while (path.size() < shown.size()) {
            X509Certificate last = path.getLast();
            Optional<X509Certificate> issuer = shown.stream()
                    .filter(each -> !path.contains(each) && isIssuedBy(each, last))
                    .findFirst();
            if (isOwnIssuer(last) || issuer.isEmpty()) {
                break;
            }
            path.add(issuer.get());
        }
        return path;
    }

    private static boolean isOwnIssuer(X509Certificate certificate) {
        return isIssuedBy(certificate, certificate);
    }

    private static boolean isIssuedBy(X509Certificate issuer, X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
    }

    private boolean isOutOfDate(X509Certificate certificate) {
        return now.isAfter(certificate.getNotAfter().toInstant())
                || now.isBefore(certificate.getNotBefore().toInstant());
    }

    private static boolean isAboutDates(Throwable cause) {
        return cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException;
    }
}
