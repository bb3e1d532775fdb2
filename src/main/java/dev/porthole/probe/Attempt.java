package dev.porthole.probe;

/// One try at one address. None is left out because another one answered.
public record Attempt(Address address, Span span, Outcome outcome) {
    public sealed interface Outcome {}

    /// The connection stands; `local` is our end of it.
    public record Open(String local) implements Outcome {}

    /// A UDP socket stands and nothing was sent yet: whether anybody is there is not known. `local` is our end.
    public record Ready(String local) implements Outcome {}

    /// The address took the call as well; another connection carried the dialogue.
    public record Answered(String local) implements Outcome {}

    public record Failed(Fault fault) implements Outcome {}

    /// Given up because another address had answered.
    public record Overtaken() implements Outcome {}
}
