package dev.porthole.probe.wire;

import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;

/// The versions and suites that a socket offers, always named one by one. JSSE reads what it allows once for the whole
/// program, so old versions are let in there and kept out here, socket by socket.
final class TlsDialect {
    private static final String DISABLED = "jdk.tls.disabledAlgorithms";
    private static final String LARGEST_MESSAGE = "jdk.tls.maxHandshakeMessageSize";
    private static final Set<String> LET_IN = Set.of("TLSv1", "TLSv1.1", "3DES_EDE_CBC", "TLS_RSA_*");
    private static final List<String> TODAY = List.of("TLS_AES_", "TLS_CHACHA20_", "TLS_ECDHE_", "TLS_DHE_");
    private static final List<String> NEVER = List.of("_NULL_", "_anon_", "_EXPORT_", "_RC4_", "_DES_", "_DES40_");

    private TlsDialect() {}

    /// To be called before the first socket is made; later it has no effect.
    static void prepare() {
        if (System.getProperty(LARGEST_MESSAGE) == null) {
            // A chain of 64 KB is legal, and the default refuses it.
            System.setProperty(LARGEST_MESSAGE, String.valueOf(256 * 1024));
        }
        String disabled = Security.getProperty(DISABLED);
        if (disabled != null) {
            Security.setProperty(
                    DISABLED,
                    Arrays.stream(disabled.split(",", -1))
                            .map(String::strip)
                            .filter(Predicate.not(LET_IN::contains))
                            .collect(Collectors.joining(", ")));
        }
    }

    static void speak(SSLSocket socket, boolean oldProtocols) {
        List<String> supported = Arrays.asList(socket.getSupportedProtocols());
        socket.setEnabledProtocols(
                (oldProtocols ? List.of("TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1") : List.of("TLSv1.3", "TLSv1.2"))
                        .stream().filter(supported::contains).toArray(String[]::new));
        socket.setEnabledCipherSuites(Arrays.stream(socket.getSupportedCipherSuites())
                .filter(suite -> NEVER.stream().noneMatch(suite::contains))
                .filter(suite -> oldProtocols || isOfToday(suite))
                .toArray(String[]::new));
    }

    private static boolean isOfToday(String suite) {
        return TODAY.stream().anyMatch(suite::startsWith) && !suite.contains("_3DES_");
    }
}
