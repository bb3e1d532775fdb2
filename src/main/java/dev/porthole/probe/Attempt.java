package dev.porthole.probe;

/// One try at one address. None is left out because another one answered.
public record Attempt(Address address, Span span, Outcome outcome) {
    public sealed interface Outcome {}

    /// The connection stands; `local` is our end of it.
    public record Open(String local) implements Outcome {}

    public record Failed(Fault fault) implements Outcome {}

    /// Given up because another address had answered.
    public record Overtaken() implements Outcome {}
}
