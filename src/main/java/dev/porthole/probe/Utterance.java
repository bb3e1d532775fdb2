package dev.porthole.probe;

/// One line or message of a dialogue, by one of its two sides.
public record Utterance(Speaker speaker, Bytes bytes) {
    public enum Speaker {
        PROBE,
        SERVER
    }
}
