package dev.porthole.engine;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.PortAnswer;
import dev.porthole.diagnosis.Seen;
import dev.porthole.diagnosis.Told;
import dev.porthole.diagnosis.Waiting;
import dev.porthole.diagnosis.source.HostFactSource;
import dev.porthole.diagnosis.source.OtherPorts;
import dev.porthole.net.Endpoint;
import dev.porthole.net.HostPort;
import dev.porthole.net.IpAddress;
import dev.porthole.net.SocketState;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Target;
import dev.porthole.probe.Trace;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Gathers the evidence of one probe: what can be asked while it runs is asked then, so that little is left for its
/// end.
final class Gathering {
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    /// A silent host has not answered the first SYN by then; its second is due after one second.
    private static final Duration SILENT_AFTER = Duration.ofMillis(700);

    private static final Duration OTHER_PORTS = Duration.ofSeconds(1);
    private static final String NOT_ASKED = "the probe was over before they were asked";

    private final ProbeSpec spec;
    private final SocketWatch sockets;
    private final HostFactSource facts;
    private final Duration patience;
    private final long began = System.nanoTime();
    private final long self = ProcessHandle.current().pid();
    private final Map<SocketKey, SocketEntry> ours = new LinkedHashMap<>();
    private final Map<IpAddress, Future<List<PortAnswer>>> otherPorts = new HashMap<>();
    private @Nullable Snapshot before;
    private @Nullable Snapshot latest;
    private Told<Map<String, Long>> countersBefore = Told.unknown("the probe was over before they were read");

    Gathering(ProbeSpec spec, SocketWatch sockets, HostFactSource facts, Duration patience) {
        this.spec = spec;
        this.sockets = sockets;
        this.facts = facts;
        this.patience = patience;
    }

    private Optional<HostPort> target() {
        return switch (spec.target()) {
            case Target.Tcp(HostPort address) -> Optional.of(address);
            case Target.Udp(HostPort address) -> Optional.of(address);
            case Target.Unix _ -> Optional.empty();
        };
    }

    private int port() {
        return target().map(HostPort::port).orElse(-1);
    }

    private boolean isUdp() {
        return spec.target() instanceof Target.Udp;
    }

    /// Looks at the machine now and then until the probe is over.
    void accompany(CompletableFuture<ProbeResult> probe) throws InterruptedException {
        countersBefore = facts.counters();
        Snapshot first = before();
        before = first;
        remember(first);
        while (!isDone(probe)) {
            Snapshot during = sockets.look();
            latest = during;
            keepOurs(during);
            callOtherPorts();
        }
        otherPorts.values().forEach(call -> {
            if (!call.isDone()) {
                call.cancel(true);
            }
        });
    }

    /// The look before the last probe will do: what matters is that it was taken before this one.
    private Snapshot before() throws InterruptedException {
        Optional<Snapshot> last = sockets.last();
        return last.isPresent() ? last.get() : sockets.look();
    }

    private static boolean isDone(CompletableFuture<ProbeResult> probe) throws InterruptedException {
        try {
            probe.get(LOOK_EVERY.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private void remember(Snapshot snapshot) {
        target().ifPresent(target -> sockets.remember(isUdp(), target.port(), snapshot));
    }

    private void keepOurs(Snapshot snapshot) {
        int port = port();
        for (int row = 0; row < snapshot.size(); row++) {
            if (snapshot.table().remotePort(row) == port && mayBeOurs(snapshot.owner(row))) {
                SocketEntry entry = snapshot.entry(row);
                ours.put(entry.key(), entry);
            }
        }
    }

    /// A new socket's owner is not always found at once.
    private boolean mayBeOurs(Owner owner) {
        return switch (owner) {
            case Owner.Known known -> known.processes().stream().anyMatch(process -> process.pid() == self);
            case Owner.Hidden(var why) -> why == Owner.Why.SEARCHING;
            case Owner.None _ -> false;
        };
    }

    /// Of hosts that have not answered for a while, and that are not this machine itself.
    private void callOtherPorts() {
        if (System.nanoTime() - began < SILENT_AFTER.toNanos()) {
            return;
        }
        int port = port();
        ours.values().stream()
                .filter(entry -> entry.state() == SocketState.SYN_SENT)
                .map(entry -> entry.key().remote().address().unmapped())
                .filter(address -> !address.isLoopback() && !otherPorts.containsKey(address))
                .toList()
                .forEach(address -> otherPorts.put(address, call(address, port)));
    }

    private static Future<List<PortAnswer>> call(IpAddress address, int port) {
        var answer = new CompletableFuture<List<PortAnswer>>();
        Thread.ofVirtual().name("other-ports").start(() -> {
            try {
                answer.complete(OtherPorts.ask(address, port, OTHER_PORTS));
            } catch (InterruptedException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /// After the end of the probe; bounded by the patience.
    Evidence evidence(Trace trace) throws InterruptedException {
        var asked = new FactGathering(facts, patience, spec, countersBefore, answers());
        Snapshot after = sockets.look();
        Snapshot first = before == null ? after : before;
        Optional<Seen.Earlier> earlier = target().flatMap(target -> sockets.remembered(isUdp(), target.port()));
        remember(after);
        var seen = new Seen(first, Optional.ofNullable(latest), after, ours(trace), earlier);
        return new Evidence(spec, trace, seen, asked.told(Waiting.on(after, port())));
    }

    /// Those that have our end of the connection; the calls that came to none are known by their owner alone.
    private List<SocketEntry> ours(Trace trace) {
        return ours.values().stream()
                .filter(entry -> entry.state() == SocketState.SYN_SENT || isOf(trace, entry))
                .toList();
    }

    private static boolean isOf(Trace trace, SocketEntry entry) {
        String local =
                new Endpoint(entry.local().address().unmapped(), entry.local().port()).toString();
        return trace.attempts().stream()
                .anyMatch(attempt -> attempt.outcome() instanceof Attempt.Open(String end) && end.equals(local));
    }

    /// What the other ports of silent hosts said; those that had no time to answer count as silent.
    private Told<List<PortAnswer>> answers() {
        if (otherPorts.isEmpty()) {
            return Told.unknown(NOT_ASKED);
        }
        List<PortAnswer> answers = new ArrayList<>();
        boolean all = true;
        for (Future<List<PortAnswer>> call : otherPorts.values()) {
            all &= call.state() == Future.State.SUCCESS;
            if (call.state() == Future.State.SUCCESS) {
                answers.addAll(call.resultNow());
            }
        }
        return all || !answers.isEmpty() ? Told.of(List.copyOf(answers)) : Told.unknown(NOT_ASKED);
    }
}
