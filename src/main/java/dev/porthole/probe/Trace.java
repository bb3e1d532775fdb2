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
                .filter(attempt -> attempt.outcome() instanceof Attempt.Open)
                .findFirst();
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
