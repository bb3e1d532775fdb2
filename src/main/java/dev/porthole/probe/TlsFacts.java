package dev.porthole.probe;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a handshake agreed on and who the server says it is. `doubt` is what is wrong with the certificate, whether
/// or not it was asked to matter.
public record TlsFacts(
        String protocol,
        String cipher,
        List<Certificate> chain,
        @Nullable Fault doubt) {
    /// `names` are the DNS names and addresses that it is good for.
    public record Certificate(String subject, String issuer, Instant from, Instant until, List<String> names) {}
}
