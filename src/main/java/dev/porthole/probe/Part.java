package dev.porthole.probe;

/// A stretch of a run whose time is told, and can be limited, by itself.
public enum Part {
    RESOLVE("the look-up"),
    CONNECT("connecting"),
    STARTTLS("the dialogue before TLS"),
    TLS("the TLS handshake"),
    SEND("sending"),
    FIRST_BYTE("the wait for the first byte"),
    MATCH("the rest of the answer"),
    QUIT("the goodbye");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
