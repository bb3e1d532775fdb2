package dev.porthole.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a handshake agreed on and who the server says it is. The doubts are what is wrong with the certificate, whether
/// or not it was asked to matter.
///
/// @param seen the clock of this machine, which the dates were held against
/// @param chain as the server sent it, its own certificate first
public record TlsFacts(Agreed agreed, Instant seen, List<Certificate> chain, Doubts doubts) {
    /// `alpn` is null if nothing was agreed; `askedWho` tells that the server asked for a certificate of the client.
    public record Agreed(
            String protocol, String cipher, @Nullable String alpn, boolean askedWho) {}

    /// `names` are the DNS names and addresses that it is good for.
    public record Certificate(
            String subject, String issuer, Instant from, Instant until, List<String> names, Strength strength) {}

    /// `weaknesses` are sentences without an end: `its RSA key has 1024 bits`.
    public record Strength(String key, String signature, List<String> weaknesses) {}

    /// Chain, dates and name are judged apart, as one bad certificate may have three faults.
    public record Doubts(
            @Nullable Fault chain,
            @Nullable Fault dates,
            @Nullable Fault name) {
        public static final Doubts NONE = new Doubts(null, null, null);

        /// In the order of their weight.
        public List<Fault> all() {
            return Stream.of(Optional.ofNullable(chain), Optional.ofNullable(dates), Optional.ofNullable(name))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    public TlsFacts {
        chain = List.copyOf(chain);
    }

    public String protocol() {
        return agreed.protocol();
    }

    public String cipher() {
        return agreed.cipher();
    }

    /// The first doubt, null if the certificate is beyond any.
    public @Nullable Fault doubt() {
        List<Fault> all = doubts.all();
        return all.isEmpty() ? null : all.getFirst();
    }

    /// What is weak in the certificates that count: a root is trusted for itself, not for its signature.
    public List<String> weaknesses() {
        return chain.stream()
                .filter(each -> each.equals(chain.getFirst()) || !each.subject().equals(each.issuer()))
                .flatMap(each -> each.strength().weaknesses().stream())
                .toList();
    }

    /// Whole days until the server's certificate ends, negative after that; absent without a certificate.
    public Optional<Long> daysLeft() {
        return chain.stream()
                .findFirst()
                .map(leaf -> Math.floorDiv(
                        Duration.between(seen, leaf.until()).toSeconds(),
                        Duration.ofDays(1).toSeconds()));
    }
}
