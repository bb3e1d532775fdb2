package dev.porthole.engine;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Seen;
import dev.porthole.diagnosis.Told;
import dev.porthole.diagnosis.Waiting;
import dev.porthole.diagnosis.source.HostFactSource;
import dev.porthole.net.Endpoint;
import dev.porthole.net.HostPort;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Gathers the evidence of one probe: what can be asked while it runs is asked then, so that little is left for its
/// end.
final class Gathering {
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    /// A silent host has not answered the first SYN by then; its second is due after one second.
    private static final Duration SILENT_AFTER = Duration.ofMillis(700);

    private final ProbeSpec spec;
    private final SocketWatch sockets;
    private final HostFactSource facts;
    private final Duration patience;
    private final long began = System.nanoTime();
    private final long self = ProcessHandle.current().pid();
    private final Map<SocketKey, SocketEntry> ours = new LinkedHashMap<>();
    private final OtherPortCalls.Round otherPorts;
    private @Nullable Snapshot before;
    private @Nullable Snapshot latest;
    private Told<Map<String, Long>> countersBefore = Told.unknown("the probe was over before they were read");

    Gathering(
            ProbeSpec spec,
            SocketWatch sockets,
            HostFactSource facts,
            Duration patience,
            OtherPortCalls.Round otherPorts) {
        this.spec = spec;
        this.sockets = sockets;
        this.facts = facts;
        this.patience = patience;
        this.otherPorts = otherPorts;
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
    }

    /// The look before the last probe will do: what matters is that it was taken before this one.
    private Snapshot before() throws InterruptedException {
        Optional<Snapshot> last = sockets.last(port());
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
            case Owner.Known _ -> isOurs(owner);
            case Owner.Hidden(var why) -> why == Owner.Why.SEARCHING;
            case Owner.None _ -> false;
        };
    }

    private boolean isOurs(Owner owner) {
        return owner instanceof Owner.Known known
                && known.processes().stream().anyMatch(process -> process.pid() == self);
    }

    /// Of hosts that have not answered for a while, and that are not this machine itself. A call that may be another
    /// program's is no reason to call anybody.
    private void callOtherPorts() {
        if (System.nanoTime() - began < SILENT_AFTER.toNanos()) {
            return;
        }
        ours.values().stream()
                .filter(entry -> entry.state() == SocketState.SYN_SENT)
                .filter(entry -> isOurs(entry.owner()) || sockets.isOurs(entry))
                .map(entry -> entry.key().remote().address().unmapped())
                .filter(address -> !LocalAddresses.holds(address.toString()))
                .forEach(otherPorts::call);
    }

    /// After the end of the probe; bounded by the patience.
    Evidence evidence(Trace trace) throws InterruptedException {
        var asked = new FactGathering(facts, patience, spec, countersBefore, otherPorts.answers());
        Snapshot after = after();
        Snapshot first = before == null ? after : before;
        Optional<Seen.Earlier> earlier = target().flatMap(target -> sockets.remembered(isUdp(), target.port()));
        remember(after);
        var seen = new Seen(first, Optional.ofNullable(latest), after, ours(trace), earlier);
        return new Evidence(spec, trace, seen, asked.told(Waiting.on(after, port())));
    }

    /// With the processes of those who wait on the port: they are what everybody asks for.
    private Snapshot after() throws InterruptedException {
        Snapshot seen = sockets.look(port());
        boolean missed = Waiting.on(seen, port()).stream().anyMatch(Waiting::isSearchedFor);
        return missed ? sockets.settled(port(), seen) : seen;
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
}
