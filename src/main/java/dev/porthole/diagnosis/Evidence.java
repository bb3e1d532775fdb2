package dev.porthole.diagnosis;

import dev.porthole.net.HostPort;
import dev.porthole.net.IpAddress;
import dev.porthole.net.SafeText;
import dev.porthole.probe.Address;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.ProbeSpec;
import dev.porthole.probe.Target;
import dev.porthole.probe.Trace;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that a diagnosis may rest on: what was asked, what happened, and what this machine tells of itself.
public record Evidence(ProbeSpec spec, Trace trace, Seen seen, HostFacts host) {
    /// Host and port of the target; empty for a UNIX socket.
    public Optional<HostPort> target() {
        return switch (spec.target()) {
            case Target.Tcp(HostPort address) -> Optional.of(address);
            case Target.Udp(HostPort address) -> Optional.of(address);
            case Target.Unix _ -> Optional.empty();
        };
    }

    /// The host as it was typed, fit to be shown.
    public String hostName() {
        return SafeText.of(spec.target().serverName());
    }

    public boolean isUdp() {
        return spec.target() instanceof Target.Udp;
    }

    /// `TCP port 80`.
    public String portInWords() {
        return (isUdp() ? "UDP port " : "TCP port ") + port();
    }

    /// -1 for a UNIX socket, which no socket of a table has.
    public int port() {
        return target().map(HostPort::port).orElse(-1);
    }

    public Commands commands() {
        return host.commands();
    }

    public Snapshot after() {
        return seen.after();
    }

    /// Attempts that failed, with the bits of the address that they called.
    public List<Failure> failures() {
        Stream<Failure> failed = trace.attempts().stream().flatMap(Evidence::failure);
        return Stream.concat(failed, ofUdp().stream()).toList();
    }

    /// UDP has no connection that could fail: whether anybody is there shows only when something was sent.
    private Optional<Failure> ofUdp() {
        return isUdp()
                ? trace.fault().flatMap(fault -> trace.connection().flatMap(attempt -> bits(attempt.address())
                        .map(ip -> new Failure(attempt.address(), ip, fault, trace.elapsed()))))
                : Optional.empty();
    }

    /// The failures that speak for the run: all of them, unless a connection was made in the end.
    public List<Failure> fatalFailures() {
        return trace.connection().isPresent() && !isUdp() ? List.of() : failures();
    }

    private static Stream<Failure> failure(Attempt attempt) {
        return attempt.outcome() instanceof Attempt.Failed(Fault fault)
                ? bits(attempt.address())
                        .map(ip -> new Failure(
                                attempt.address(), ip, fault, attempt.span().length()))
                        .stream()
                : Stream.empty();
    }

    /// The bits of an address that was called, without its zone; empty for a path.
    public static Optional<IpAddress> bits(Address address) {
        int zone = address.text().indexOf('%');
        return address.family() == Address.Family.UNIX
                ? Optional.empty()
                : IpAddress.parse(zone < 0 ? address.text() : address.text().substring(0, zone));
    }

    /// The address that the dialogue was held with; empty without a connection.
    public Optional<IpAddress> connected() {
        return trace.connection().map(Attempt::address).flatMap(Evidence::bits);
    }

    /// Sockets of this machine, of either transport, that waited on the port of the target when the probe was over.
    public List<Waiting> waiting() {
        return Waiting.on(after(), port());
    }

    /// Those of the transport that was asked for.
    public List<Waiting> listeners() {
        return waiting().stream().filter(each -> each.isTcp() != isUdp()).toList();
    }

    /// Of this machine, the listener that takes calls to this address; empty if there is none, or if it is not known
    /// whether one does.
    public Optional<Waiting> listenerFor(IpAddress called) {
        return host.isOwn(called)
                ? listeners().stream()
                        .filter(each -> each.covers(called).orElse(false))
                        .findFirst()
                : Optional.empty();
    }

    /// Whether the list of sockets was read whole: only then does a missing row prove anything.
    public boolean seesAllSockets() {
        return !after().source().isEmpty() && after().gaps().stream().noneMatch(Gap::missesRows);
    }

    /// An attempt that failed.
    public record Failure(Address address, IpAddress ip, Fault fault, Duration took) {
        /// Faster than a network answers, save the nearest.
        private static final Duration AT_ONCE = Duration.ofMillis(1);

        public boolean isRefused() {
            return fault instanceof Fault.ConnectRefused || fault instanceof Fault.UdpPortUnreachable;
        }

        public boolean isSilent() {
            return fault instanceof Fault.ConnectTimeout || fault instanceof Fault.KernelGaveUp;
        }

        public boolean isAtOnce() {
            return took.compareTo(AT_ONCE) < 0;
        }

        public Pointer pointer() {
            return new Pointer.ToAddress(address);
        }
    }
}
