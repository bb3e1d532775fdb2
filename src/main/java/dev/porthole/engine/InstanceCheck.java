package dev.porthole.engine;

import dev.porthole.interchange.datadog.AddressCache;
import dev.porthole.interchange.datadog.AddressCache.Lookup;
import dev.porthole.interchange.datadog.CheckResult;
import dev.porthole.interchange.datadog.CheckResult.Times;
import dev.porthole.interchange.datadog.CheckResult.Tried;
import dev.porthole.interchange.datadog.HostText;
import dev.porthole.interchange.datadog.LookedUp;
import dev.porthole.interchange.datadog.PythonErrors;
import dev.porthole.interchange.datadog.TcpInstance;
import dev.porthole.net.HostPort;
import dev.porthole.probe.Address;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Judge;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Target;
import dev.porthole.probe.Trace;
import dev.porthole.probe.wire.ProbeRunner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One instance with what it remembers from run to run; used by one thread at a time.
final class InstanceCheck {
    /// The original waits as long as the system's resolver does.
    private static final Duration RESOLVER = Duration.ofSeconds(30);

    private final TcpInstance instance;
    private final Map<String, List<Address>> answers;
    private final ProbeRunner runner;
    private final Cancellation cancellation;
    private AddressCache cache = AddressCache.EMPTY;

    /// @param answers for these hosts no resolver is asked
    InstanceCheck(
            TcpInstance instance, Map<String, List<Address>> answers, ProbeRunner runner, Cancellation cancellation) {
        this.instance = instance;
        this.answers = answers;
        this.runner = runner;
        this.cancellation = cancellation;
    }

    TcpInstance instance() {
        return instance;
    }

    /// Runs once, one address after the other, and tells each result at once. A cancelled run tells no more.
    void run(Consumer<CheckResult> told) {
        Duration start = now();
        Lookup lookup = cache.lookup(instance.settings().addressing().keepFor(), start);
        if (lookup != Lookup.NONE && !resolve(lookup, start, told)) {
            return;
        }
        for (Address address : cache.addresses()) {
            Tried tried = call(address, start);
            if (cancellation.isCancelled()) {
                return;
            }
            told.accept(tried);
            if (!tried.isUp()) {
                cache = cache.afterFailure(address);
            }
        }
    }

    /// Whether there are addresses to call now.
    private boolean resolve(Lookup why, Duration start, Consumer<CheckResult> told) {
        LookedUp answer = lookUp();
        if (cancellation.isCancelled()) {
            return false;
        }
        return switch (answer.judge(instance, why)) {
            case CheckResult.Resolved resolved -> {
                cache = cache.with(resolved.called(), why, start);
                told.accept(resolved);
                yield true;
            }
            case CheckResult failed -> {
                told.accept(failed);
                yield false;
            }
        };
    }

    private LookedUp lookUp() {
        String host = instance.peer().host();
        List<Address> given = answers.get(host);
        if (given != null) {
            return new LookedUp(given, null);
        }
        return switch (HostText.of(host)) {
            case HostText.Literal(Address address) -> new LookedUp(List.of(address), null);
            case HostText.Unknown _ -> new LookedUp(List.of(), new Fault.NameNotFound(host));
            case HostText.Name(String name) -> {
                Phase.Resolve phase = cancellation.guarded(abort -> runner.resolve(name, RESOLVER, abort));
                yield new LookedUp(phase.addresses(), phase.fault());
            }
        };
    }

    private Tried call(Address address, Duration start) {
        Optional<Fault> python = PythonErrors.beforeConnecting(instance.peer(), instance.timeout());
        if (python.isPresent()) {
            var times = new Times(Duration.ZERO, now().minus(start));
            String sentence = "nothing was called, as Python says “" + PythonErrors.connecting(python.get()) + "”";
            return new Tried(instance, address, python.get(), times, sentence);
        }
        var spec = new ProbeSpec(
                new Target.Tcp(
                        new HostPort(address.text(), (int) instance.peer().port())),
                null,
                List.of(),
                ProbeSpec.Limits.total(instance.timeout()),
                SlowerThan.NEVER);
        Trace trace = cancellation.guarded(abort -> runner.run(spec, abort));
        var times = new Times(connecting(trace), now().minus(start));
        String sentence = Judge.judge(spec, trace).headline();
        return new Tried(instance, address, trace.fault().orElse(null), times, sentence);
    }

    private static Duration connecting(Trace trace) {
        return trace.attempts().isEmpty()
                ? Duration.ZERO
                : trace.attempts().getFirst().span().length();
    }

    private static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }
}
