package dev.porthole.probe;

import dev.porthole.net.HostPort;
import dev.porthole.net.SafeText;
import java.time.Duration;

/// A connection that did not come about, in words. Where time tells who said no, it is used: this machine answers at
/// once, a missing neighbour takes three seconds.
final class ConnectSentence {
    /// Faster than a network answers, save the nearest.
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    /// Linux asks three times for a neighbour, a second apart.
    private static final Duration NEIGHBOUR_FROM = Duration.ofMillis(2900);

    private static final Duration NEIGHBOUR_TO = Duration.ofSeconds(4);

    private final ProbeSpec spec;
    private final Trace trace;

    private ConnectSentence(ProbeSpec spec, Trace trace) {
        this.spec = spec;
        this.trace = trace;
    }

    static String of(Fault fault, ProbeSpec spec, Trace trace) {
        var words = new ConnectSentence(spec, trace);
        return spec.target() instanceof Target.Unix ? words.unix(fault) : words.network(fault);
    }

    private String network(Fault fault) {
        String target = target();
        return switch (fault) {
            case Fault.ConnectRefused _ -> refused();
            case Fault.ConnectTimeout _ ->
                "No answer from " + target + " in " + spent()
                        + ": the host is down, a firewall drops the packets, or the server's queue is full";
            case Fault.KernelGaveUp _ ->
                "No answer from " + target + ": this machine's kernel gave up after " + spent()
                        + "; the host is down, a firewall drops the packets, or the server's queue is full";
            case Fault.HostUnreachable _ -> "The host of " + target + " cannot be reached" + whoSaysUnreachable();
            case Fault.NetworkUnreachable _ ->
                "There is no way to the network of " + target
                        + (isAtOnce()
                                ? ": this machine has no route to it"
                                : ": a router on the way has no route to it");
            case Fault.ProtocolUnreachable _ -> "The host of " + target + " answers that it does not take TCP";
            case Fault.RouteBlackhole _ ->
                "The system will not call " + target
                        + ": a blackhole route of this machine swallows it, or the address needs a zone (like %eth0)";
            case Fault.ConnectForbidden _ ->
                "Connecting to " + target + " is forbidden by a firewall or a route"
                        + (isAtOnce() ? ", most likely of this machine" : "");
            default -> ofThisMachine(fault);
        };
    }

    private String ofThisMachine(Fault fault) {
        return switch (fault) {
            case Fault.LocalPortsExhausted _ ->
                "This machine has no local port left towards " + target()
                        + ": close connections to it, or widen net.ipv4.ip_local_port_range";
            case Fault.DescriptorsExhausted _ ->
                "This process has no file descriptor left, so nothing is known of " + target()
                        + ": raise its limit (ulimit -n)";
            case Fault.SourceUnavailable(String source) ->
                "This machine has no address " + SafeText.of(source) + " to call from";
            case Fault.ConnectFailed(String text) ->
                "Connecting to " + target() + " failed; the system says: " + SafeText.of(text);
            case Fault.UdpNoAnswer _ ->
                "No answer from UDP " + target() + " in " + spent()
                        + ": the port is open but does not answer this, or a firewall drops the packets; UDP does not"
                        + " tell which";
            case Fault.UdpPortUnreachable _ ->
                "Closed: the host answers that nothing listens on UDP " + target() + " (ICMP port unreachable)";
            default -> ofTheFile(fault);
        };
    }

    private String unix(Fault fault) {
        return switch (fault) {
            case Fault.ConnectRefused _ -> "Connection refused: nothing listens on " + target();
            case Fault.ConnectTimeout _ -> target() + " was not reached in " + spent();
            default -> ofThisMachine(fault);
        };
    }

    private String ofTheFile(Fault fault) {
        String target = target();
        return switch (fault) {
            case Fault.UnixNotFound _ -> "There is no socket " + target;
            case Fault.UnixNotASocket _ -> target + " is a file or a directory, not a socket";
            case Fault.UnixWrongType _ -> target + " is a socket of another type: a datagram socket, not a stream";
            case Fault.UnixLoop _ -> target + " leads in a circle of symbolic links";
            case Fault.UnixForbidden(String access) ->
                "The permissions of " + target + " do not let this user connect"
                        + (access.isEmpty() ? "" : " (" + SafeText.of(access) + ")");
            case Fault.UnixQueueFull _ ->
                "Somebody listens on " + target + ", but accepted nobody in " + spent() + ": its queue is full";
            default -> fault.code();
        };
    }

    private String refused() {
        return spec.target() instanceof Target.Tcp(HostPort address)
                ? "Connection refused: the host " + SafeText.of(address.host())
                        + " answers, but no listener takes calls there on port " + address.port()
                        + ", or a firewall rejects them"
                : "Connection refused by " + target();
    }

    private String whoSaysUnreachable() {
        Duration took = attempted();
        if (took.compareTo(NEIGHBOUR_FROM) > 0 && took.compareTo(NEIGHBOUR_TO) < 0) {
            return ": no machine of that address answers on the local network";
        }
        return isAtOnce()
                ? ": a route or a firewall of this machine rejects it, or one very near"
                : ": a router on the way knows no such host, or a firewall rejects it";
    }

    private boolean isAtOnce() {
        return attempted().compareTo(AT_ONCE) < 0;
    }

    /// The first attempt speaks for all.
    private Duration attempted() {
        return trace.attempts().isEmpty()
                ? last().length()
                : trace.attempts().getFirst().span().length();
    }

    private Span last() {
        return trace.phases().getLast().span();
    }

    private String spent() {
        return HumanTime.of(last().length());
    }

    private String target() {
        return SafeText.of(spec.target().toString());
    }
}
