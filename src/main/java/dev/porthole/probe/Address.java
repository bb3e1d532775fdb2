package dev.porthole.probe;

/// Where an attempt to connect went: a numeric address, or a path.
public record Address(Family family, String text) {
    public enum Family {
        IPV4,
        IPV6,
        UNIX
    }

    @Override
    public String toString() {
        return text;
    }
}
