package dev.porthole.diagnosis;

import dev.porthole.net.HostPort;
import dev.porthole.net.IpAddress;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.probe.Address;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.SlowerThan;
import dev.porthole.probe.Span;
import dev.porthole.probe.Target;
import dev.porthole.probe.Trace;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Reading;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Evidence for tests, told line by line: who was called, what came of it, who waits where.
public final class Scene {
    private static final Span MOMENT = new Span(Duration.ZERO, Duration.ofNanos(300_000));

    private final Target target;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<LocalAddress> own = new ArrayList<>();
    private final SocketTable.Builder table = new SocketTable.Builder();
    private final List<Owner> owners = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private @Nullable Fault fault;

    private Scene(Target target) {
        this.target = target;
    }

    public static Scene tcp(String host, int port) {
        return new Scene(new Target.Tcp(new HostPort(host, port)));
    }

    public static Scene udp(String host, int port) {
        return new Scene(new Target.Udp(new HostPort(host, port)));
    }

    public Scene failed(String address, Fault why) {
        attempts.add(new Attempt(address(address), MOMENT, new Attempt.Failed(why)));
        fault = why;
        return this;
    }

    public Scene refused(String address) {
        return failed(address, new Fault.ConnectRefused());
    }

    public Scene open(String address) {
        attempts.add(new Attempt(address(address), MOMENT, new Attempt.Open("127.0.0.1:50000")));
        fault = null;
        return this;
    }

    /// A listener, or a UDP socket without a peer; `v6Only` is null where the system does not tell.
    public Scene waits(
            Protocol protocol, String address, int port, @Nullable Boolean v6Only, long pid, String process) {
        IpAddress ip = IpAddress.parse(address).orElseThrow();
        table.add(protocol, protocol.isTcp() ? SocketState.LISTEN : SocketState.NONE)
                .local(ip.high(), ip.low(), port)
                .identity(pid);
        if (v6Only != null) {
            table.figure(Figure.V6_ONLY, v6Only ? 1 : 0);
        }
        owners.add(new Owner.Known(List.of(new ProcessRef(pid, 1L, process, "root"))));
        return this;
    }

    public Scene own(String address, String link) {
        own.add(new LocalAddress(IpAddress.parse(address).orElseThrow(), link));
        return this;
    }

    public Scene gap(Gap gap) {
        gaps.add(gap);
        return this;
    }

    public Evidence evidence() {
        var spec =
                new ProbeSpec(target, null, List.of(), ProbeSpec.Limits.total(Duration.ofSeconds(2)), SlowerThan.NEVER);
        List<Address> addresses = attempts.stream().map(Attempt::address).toList();
        var trace = new Trace(
                List.of(new Phase.Resolve(MOMENT, addresses, null), new Phase.Connect(MOMENT, attempts, fault)));
        var reading = new Reading(table.build(), gaps, "netlink", Map.of());
        var snapshot = Snapshot.of(Instant.EPOCH, reading, new Ownership() {
            @Override
            public Owner ownerOf(SocketTable rows, int row) {
                return owners.get(row);
            }

            @Override
            public List<Gap> gaps() {
                return List.of();
            }
        });
        return new Evidence(spec, trace, snapshot, snapshot, new HostFacts(Told.of(own)));
    }

    private static Address address(String text) {
        return new Address(text.indexOf(':') < 0 ? Address.Family.IPV4 : Address.Family.IPV6, text);
    }
}
