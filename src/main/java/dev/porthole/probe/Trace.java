package dev.porthole.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A run of a probe, phase by phase in order; the last one may have failed.
public record Trace(List<Phase> phases) {
    public Trace {
        phases = List.copyOf(phases);
    }

    /// From the start to the end of the last phase.
    public Duration elapsed() {
        return phases.isEmpty() ? Duration.ZERO : phases.getLast().span().to();
    }

    /// What ended the run; a goodbye that failed came after the verdict and is none.
    public Optional<Fault> fault() {
        return phases.stream()
                .filter(phase -> !(phase instanceof Phase.Quit))
                .flatMap(phase -> Optional.ofNullable(phase.fault()).stream())
                .findFirst();
    }

    /// All addresses of the name, in the order of the system.
    public List<Address> addresses() {
        return all(Phase.Resolve.class)
                .flatMap(phase -> phase.addresses().stream())
                .toList();
    }

    public List<Attempt> attempts() {
        return all(Phase.Connect.class)
                .flatMap(phase -> phase.attempts().stream())
                .toList();
    }

    /// The attempt whose connection was used.
    public Optional<Attempt> connection() {
        return attempts().stream()
                .filter(attempt ->
                        attempt.outcome() instanceof Attempt.Open || attempt.outcome() instanceof Attempt.Ready)
                .findFirst();
    }

    /// Attempts at other addresses that got nowhere although they had begun before the one that was used: failed, or
    /// still silent when it answered. Empty without a connection.
    public List<Attempt> losses() {
        return connection().stream()
                .flatMap(used -> attempts().stream().filter(attempt -> isLoss(attempt, used)))
                .toList();
    }

    private static boolean isLoss(Attempt attempt, Attempt used) {
        return switch (attempt.outcome()) {
            case Attempt.Failed _ -> true;
            case Attempt.Overtaken _ ->
                attempt.span().from().compareTo(used.span().from()) < 0;
            case Attempt.Open _, Attempt.Ready _, Attempt.Answered _ -> false;
        };
    }

    /// What a part took in all, empty if it did not happen.
    public Optional<Duration> time(Part part) {
        return phases.stream().flatMap(phase -> time(part, phase).stream()).reduce(Duration::plus);
    }

    private static Optional<Duration> time(Part part, Phase phase) {
        Duration whole = phase.span().length();
        Part of =
                switch (phase) {
                    case Phase.Delay _ -> null;
                    case Phase.Resolve _ -> Part.RESOLVE;
                    case Phase.Connect _ -> Part.CONNECT;
                    case Phase.Negotiation _ -> Part.STARTTLS;
                    case Phase.Handshake _ -> Part.TLS;
                    case Phase.Send _ -> Part.SEND;
                    case Phase.Quit _ -> Part.QUIT;
                    case Phase.Expect expect -> {
                        Span first = expect.firstByte();
                        if (first == null) {
                            yield Part.FIRST_BYTE;
                        }
                        whole = part == Part.FIRST_BYTE
                                ? first.length()
                                : expect.span().to().minus(first.to());
                        yield part == Part.FIRST_BYTE ? Part.FIRST_BYTE : Part.MATCH;
                    }
                };
        return part.equals(of) ? Optional.of(whole) : Optional.empty();
    }

    public Optional<Phase.Expect> expect() {
        return all(Phase.Expect.class).reduce((_, last) -> last);
    }

    /// The last answer, empty if none was read.
    public Bytes received() {
        return expect().map(Phase.Expect::received)
                .or(() -> negotiation().map(Phase.Negotiation::heard))
                .orElse(Bytes.EMPTY);
    }

    /// The dialogue that led to TLS.
    public Optional<Phase.Negotiation> negotiation() {
        return all(Phase.Negotiation.class).findFirst();
    }

    public Optional<TlsFacts> tls() {
        return all(Phase.Handshake.class)
                .flatMap(phase -> Optional.ofNullable(phase.facts()).stream())
                .findFirst();
    }

    private <P extends Phase> Stream<P> all(Class<P> kind) {
        return phases.stream().filter(kind::isInstance).map(kind::cast);
    }
}
