package dev.porthole.net;

import java.util.Locale;
import java.util.Optional;

/// The four kinds of socket that Porthole lists. The kind is the socket's, not the traffic's: an IPv4 peer on a
/// dual-stack socket stays [#TCP6], as the kernel and psutil have it.
public enum Protocol {
    TCP,
    TCP6,
    UDP,
    UDP6;

    private final String word = name().toLowerCase(Locale.ROOT);

    /// `tcp`, `tcp6`, `udp` or `udp6`.
    public String word() {
        return word;
    }

    public boolean isTcp() {
        return this == TCP || this == TCP6;
    }

    public boolean isIpv6() {
        return this == TCP6 || this == UDP6;
    }

    public static Optional<Protocol> parse(String text) {
        for (Protocol protocol : values()) {
            if (protocol.word.equalsIgnoreCase(text.strip())) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }
}
