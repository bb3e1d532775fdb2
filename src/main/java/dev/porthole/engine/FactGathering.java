package dev.porthole.engine;

import dev.porthole.diagnosis.HostFacts;
import dev.porthole.diagnosis.PortCalls;
import dev.porthole.diagnosis.ProcessHealth;
import dev.porthole.diagnosis.Told;
import dev.porthole.diagnosis.Waiting;
import dev.porthole.diagnosis.source.HostFactSource;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.sockets.ProcessRef;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks this machine about itself when a probe is over: all at once, and for a bounded time.
final class FactGathering {
    private static final String LATE = "it did not come in time";

    private final HostFactSource facts;
    private final Duration patience;
    private final Future<HostFacts.Network> network;
    private final Future<HostFacts.Limits> limits;
    private final Future<HostFacts.Names> names;
    private final Future<Told<List<String>>> unix;

    /// Begins to ask at once.
    FactGathering(
            HostFactSource facts,
            Duration patience,
            ProbeSpec spec,
            Told<Map<String, Long>> countersBefore,
            Told<List<PortCalls>> otherPorts) {
        this.facts = facts;
        this.patience = patience;
        String name = spec.target().serverName();
        network = ask(() -> new HostFacts.Network(
                facts.addresses(),
                facts.routes(),
                facts.neighbours(),
                HostFactSource.growth(countersBefore, facts.counters()),
                otherPorts));
        limits = ask(facts::limits);
        names = ask(() -> new HostFacts.Names(facts.hosts(name), facts.nameServers()));
        unix = ask(facts::unixListeners);
    }

    /// What was told in time.
    ///
    /// @param waiting the sockets whose processes are looked at
    HostFacts told(List<Waiting> waiting) throws InterruptedException {
        Future<Map<Long, Told<ProcessHealth>>> health = ask(() -> health(waiting));
        long end = System.nanoTime() + patience.toNanos();
        return new HostFacts(
                facts.platform(),
                take(network, end, HostFacts.Network.unknown(LATE)),
                take(limits, end, HostFacts.Limits.unknown(LATE)),
                take(names, end, HostFacts.Names.unknown(LATE)),
                take(health, end, Map.of()),
                take(unix, end, Told.unknown(LATE)));
    }

    private Map<Long, Told<ProcessHealth>> health(List<Waiting> waiting) {
        Map<Long, Told<ProcessHealth>> health = new HashMap<>();
        waiting.stream()
                .flatMap(each -> each.entry().process().stream())
                .map(ProcessRef::pid)
                .forEach(pid -> health.put(pid, facts.health(pid)));
        return health;
    }

    private static <T> Future<T> ask(Callable<T> question) {
        var task = new FutureTask<>(question);
        Thread.ofVirtual().name("host-facts").start(task);
        return task;
    }

    private static <T> T take(Future<T> answer, long end, T otherwise) throws InterruptedException {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            answer.cancel(true);
            return otherwise;
        }
    }
}
