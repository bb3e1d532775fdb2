package dev.porthole.probe;

/// Where an attempt to connect went: a numeric address, or a path.
public record Address(Family family, String text) {
    public enum Family {
        IPV4("IPv4"),
        IPV6("IPv6"),
        UNIX("UNIX");

        private final String word;

        Family(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
