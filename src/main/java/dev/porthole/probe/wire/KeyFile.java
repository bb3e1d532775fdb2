package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/// Certificates and keys in the forms that people have them: PEM and PKCS#12.
final class KeyFile {
    /// A file that cannot be used; the message is a sentence.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String sentence) {
            super(sentence);
        }
    }

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ((?:[A-Z]+ )?)PRIVATE KEY-----(.+?)-----END", Pattern.DOTALL);
    private static final String LOCKED = "ENCRYPTED ";
    private static final List<String> KEY_TYPES = List.of("RSA", "EC", "Ed25519", "Ed448");

    private KeyFile() {}

    /// The roots of a PEM file.
    static KeyStore roots(Bytes pem) throws Unusable {
        try {
            Collection<? extends Certificate> certificates = certificates(pem);
            KeyStore store = empty();
            for (Certificate each : certificates) {
                store.setCertificateEntry("root-" + store.size(), each);
            }
            if (store.size() == 0) {
                throw new Unusable("The file of trusted certificates holds none; it has to be PEM.");
            }
            return store;
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new Unusable("The file of trusted certificates cannot be read; it has to be PEM.");
        }
    }

    /// The client's key and its certificates.
    static X509ExtendedKeyManager own(Bytes file, String password) throws Unusable {
        boolean pem = file.first(4096).toString().contains("-----BEGIN");
        try {
            char[] secret = password.toCharArray();
            KeyStore store = pem ? ofPem(file, secret) : ofPkcs12(file, secret);
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, secret);
            for (var manager : factory.getKeyManagers()) {
                if (manager instanceof X509ExtendedKeyManager keys) {
                    return keys;
                }
            }
            throw new Unusable("This machine cannot use client certificates.");
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new Unusable(
                    pem
                            ? "The client certificate cannot be read: the PEM file is damaged."
                            : "The client certificate cannot be read: the file is neither PEM nor PKCS#12, or it is"
                                    + " damaged.");
        }
    }

    private static KeyStore ofPkcs12(Bytes file, char[] password)
            throws IOException, GeneralSecurityException, Unusable {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(file.toArray()), password);
        } catch (IOException unreadable) {
            if (unreadable.getCause() instanceof UnrecoverableKeyException) {
                throw locked(password);
            }
            throw unreadable;
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return store;
            }
        }
        throw new Unusable("The client certificate's file holds no private key; export the key into it, too.");
    }

    private static KeyStore ofPem(Bytes file, char[] password) throws IOException, GeneralSecurityException, Unusable {
        Matcher key = KEY.matcher(new String(file.toArray(), StandardCharsets.ISO_8859_1));
        if (!key.find()) {
            throw new Unusable(
                    "The client certificate's file holds no private key; put the key and the certificate into"
                            + " one file.");
        }
        boolean isLocked = key.group(1).equals(LOCKED);
        if (!isLocked && !key.group(1).isEmpty()) {
            throw new Unusable("The private key is in an older form; convert it with: openssl pkcs8 -topk8");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(key.group(2));
        Certificate[] chain = certificates(file).toArray(Certificate[]::new);
        if (chain.length == 0) {
            throw new Unusable("The client certificate's file holds a key and no certificate.");
        }
        KeyStore store = empty();
        store.setKeyEntry("own", key(isLocked ? unlocked(encoded, password) : encoded), password, chain);
        return store;
    }

    /// PKCS#8 under a password (RFC 5958).
    private static byte[] unlocked(byte[] encoded, char[] password) throws IOException, Unusable {
        var info = new EncryptedPrivateKeyInfo(encoded);
        try {
            // The parameters know which of the many forms of PBES2 it is.
            String way =
                    info.getAlgName().equals("PBES2") ? info.getAlgParameters().toString() : info.getAlgName();
            var cipher = Cipher.getInstance(way);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(way).generateSecret(new PBEKeySpec(password)),
                    info.getAlgParameters());
            return info.getKeySpec(cipher).getEncoded();
        } catch (NoSuchAlgorithmException | NoSuchPaddingException unknown) {
            throw new Unusable("The private key is encrypted in a way that is not known here; convert it with: openssl"
                    + " pkcs8 -topk8 -v2 aes-256-cbc");
        } catch (GeneralSecurityException wrong) {
            throw locked(password);
        }
    }

    private static Unusable locked(char[] password) {
        return new Unusable(
                password.length == 0
                        ? "The client certificate's file is locked by a password, and none was given."
                        : "The password of the client certificate's file is wrong.");
    }

    private static PrivateKey key(byte[] encoded) throws GeneralSecurityException {
        for (String type : KEY_TYPES) {
            try {
                return KeyFactory.getInstance(type).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException another) {
                // The next type may fit.
            }
        }
        throw new InvalidKeySpecException("no known type of key");
    }

    /// All between `BEGIN CERTIFICATE` and its end; the factory stumbles over keys.
    private static Collection<? extends Certificate> certificates(Bytes pem) throws GeneralSecurityException {
        var only = new StringBuilder();
        Matcher each = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----")
                .matcher(new String(pem.toArray(), StandardCharsets.ISO_8859_1));
        while (each.find()) {
            only.append(each.group()).append('\n');
        }
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(only.toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }
}
