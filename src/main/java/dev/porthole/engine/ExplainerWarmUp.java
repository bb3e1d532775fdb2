package dev.porthole.engine;

import dev.porthole.diagnosis.Diagnosis;
import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Seen;
import dev.porthole.diagnosis.Told;
import dev.porthole.diagnosis.source.HostFactSource;
import dev.porthole.net.HostPort;
import dev.porthole.probe.Address;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Span;
import dev.porthole.probe.Target;
import dev.porthole.probe.Trace;
import dev.porthole.sockets.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Explains a refusal that never happened, so that the first real one does not wait for classes to be loaded. Calls
/// nobody.
final class ExplainerWarmUp implements Runnable {
    private static final Span AT_ONCE = new Span(Duration.ZERO, Duration.ZERO);

    private final HostFactSource facts;
    private final Diagnosis diagnosis;
    private final Duration patience;

    ExplainerWarmUp(HostFactSource facts, Diagnosis diagnosis, Duration patience) {
        this.facts = facts;
        this.diagnosis = diagnosis;
        this.patience = patience;
    }

    @Override
    public void run() {
        var target = new Target.Tcp(new HostPort("localhost", 1));
        var limits = ProbeSpec.Limits.total(Duration.ofSeconds(1));
        var spec = new ProbeSpec(target, null, List.of(), limits, SlowerThan.NEVER);
        Snapshot nothing = Snapshot.empty();
        var seen = new Seen(nothing, Optional.empty(), nothing, List.of(), Optional.empty());
        try {
            var asked = new FactGathering(facts, patience, spec, facts.counters(), Told.unknown(""));
            diagnosis.of(new Evidence(spec, refusal(), seen, asked.told(List.of())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Trace refusal() {
        Fault refused = new Fault.ConnectRefused();
        var address = new Address(Address.Family.IPV4, "127.0.0.1");
        var attempt = new Attempt(address, AT_ONCE, new Attempt.Failed(refused));
        return new Trace(List.of(new Phase.Connect(AT_ONCE, List.of(attempt), refused)));
    }
}
