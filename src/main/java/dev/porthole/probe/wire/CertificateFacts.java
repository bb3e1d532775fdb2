package dev.porthole.probe.wire;

import dev.porthole.probe.TlsFacts;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// What a certificate says of itself.
final class CertificateFacts {
    private static final int LEAST_RSA = 2048;
    private static final int LEAST_EC = 224;
    private static final Pattern BROKEN = Pattern.compile("(?i)MD2|MD5|SHA-?1(?![0-9])");

    private CertificateFacts() {}

    static TlsFacts.Certificate of(X509Certificate certificate) {
        return new TlsFacts.Certificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                names(certificate),
                strength(certificate));
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
                    .map(name -> Integer.valueOf(7).equals(name.get(0))
                                    && String.valueOf(name.get(1)).contains(":")
                            ? Ipv6Text.shorten(String.valueOf(name.get(1)))
                            : String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    /// The JDK lets short keys and SHA-1 pass where a private authority signed.
    private static TlsFacts.Strength strength(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        int bits =
                switch (key) {
                    case RSAKey rsa -> rsa.getModulus().bitLength();
                    case ECKey ec -> ec.getParams().getOrder().bitLength();
                    case DSAKey dsa -> dsa.getParams().getP().bitLength();
                    default -> 0;
                };
        String name = bits == 0 ? key.getAlgorithm() : key.getAlgorithm() + " " + bits;
        List<String> weaknesses = new ArrayList<>();
        if (bits != 0 && bits < (key instanceof ECKey ? LEAST_EC : LEAST_RSA)) {
            weaknesses.add("its " + key.getAlgorithm() + " key has " + bits + " bits");
        }
        String signature = certificate.getSigAlgName();
        if (BROKEN.matcher(signature).find()) {
            weaknesses.add("it is signed with " + signature);
        }
        return new TlsFacts.Strength(name, signature, List.copyOf(weaknesses));
    }
}
