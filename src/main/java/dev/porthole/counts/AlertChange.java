package dev.porthole.counts;

/// What became of an alert, to be told to a person.
public record AlertChange(Kind kind, Alert alert) {
    public enum Kind {
        RAISED,
        WORSE,
        BETTER,
        ENDED
    }
}
