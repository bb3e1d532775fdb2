package dev.porthole.diagnosis;

import dev.porthole.net.HostPort;
import dev.porthole.net.IpAddress;
import dev.porthole.probe.Address;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Target;
import dev.porthole.probe.Trace;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that a diagnosis may rest on: what was asked, what happened, and what this machine tells of itself.
///
/// @param before the sockets when the probe began
/// @param after the sockets when it was over
public record Evidence(ProbeSpec spec, Trace trace, Snapshot before, Snapshot after, HostFacts host) {
    /// Host and port of the target; empty for a UNIX socket.
    public Optional<HostPort> target() {
        return switch (spec.target()) {
            case Target.Tcp(HostPort address) -> Optional.of(address);
            case Target.Udp(HostPort address) -> Optional.of(address);
            case Target.Unix _ -> Optional.empty();
        };
    }

    public boolean isUdp() {
        return spec.target() instanceof Target.Udp;
    }

    /// Attempts that failed, with the bits of the address that they called.
    public List<Failure> failures() {
        return trace.attempts().stream().flatMap(Evidence::failure).toList();
    }

    private static Stream<Failure> failure(Attempt attempt) {
        return attempt.outcome() instanceof Attempt.Failed(Fault fault)
                ? bits(attempt.address()).map(ip -> new Failure(attempt.address(), ip, fault)).stream()
                : Stream.empty();
    }

    /// The bits of an address that was called, without its zone; empty for a path.
    public static Optional<IpAddress> bits(Address address) {
        int zone = address.text().indexOf('%');
        return address.family() == Address.Family.UNIX
                ? Optional.empty()
                : IpAddress.parse(zone < 0 ? address.text() : address.text().substring(0, zone));
    }

    /// Sockets of this machine that waited on this port when the probe was over.
    public List<Waiting> waitingOn(int port) {
        return Waiting.on(after, port);
    }

    /// Whether the list of sockets was read whole: only then does a missing row prove anything.
    public boolean seesAllSockets() {
        return !after.source().isEmpty() && after.gaps().stream().noneMatch(Gap::missesRows);
    }

    /// An attempt that failed.
    public record Failure(Address address, IpAddress ip, Fault fault) {
        public boolean isRefused() {
            return fault instanceof Fault.ConnectRefused || fault instanceof Fault.UdpPortUnreachable;
        }
    }
}
