package dev.porthole.probe.wire;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Shows the client's certificate if there is one, whoever the server says it takes, and remembers that it was asked.
final class ClientKeys extends X509ExtendedKeyManager {
    private final @Nullable X509ExtendedKeyManager own;
    private @Nullable List<String> askedInVain;
    private boolean asked;

    ClientKeys(@Nullable X509ExtendedKeyManager own) {
        this.own = own;
    }

    boolean asked() {
        return asked;
    }

    /// The issuers that the server takes, null if it did not ask or got what it wanted.
    @Nullable
    List<String> askedInVain() {
        return askedInVain;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, Socket socket) {
        asked = true;
        String chosen = own == null ? null : own.chooseClientAlias(types, null, socket);
        askedInVain = chosen != null
                ? null
                : issuers == null
                        ? List.of()
                        : Arrays.stream(issuers)
                                .map(Principal::getName)
                                .distinct()
                                .toList();
        return chosen;
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal[] issuers) {
        return own == null ? null : own.getClientAliases(type, issuers);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return own == null ? null : own.getCertificateChain(alias);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return own == null ? null : own.getPrivateKey(alias);
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
        return null;
    }
}
