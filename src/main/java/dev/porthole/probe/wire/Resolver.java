package dev.porthole.probe.wire;

import dev.porthole.net.IpAddress;
import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import dev.porthole.probe.Approach;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/// Finds the addresses of a host, in the order of the system. A literal asks nobody.
final class Resolver {
    /// @param addresses those that are to be called; none if the phase failed
    record Resolved(Phase.Resolve phase, List<InetAddress> addresses) {}

    private final NameService names = new NameService();

    Resolved resolve(String host, Approach approach, Run run) throws InterruptedException {
        Duration start = run.clock().now();
        try {
            InetAddress literal = literal(host);
            List<InetAddress> found = literal != null ? List.of(literal) : names.ask(host, run.abort());
            List<InetAddress> called = found.stream()
                    .filter(address -> isCalled(address, approach))
                    .toList();
            Fault none = called.isEmpty() ? new Fault.NoAddressOfFamily(host, wanted(approach)) : null;
            List<Address> all = found.stream().map(Resolver::address).toList();
            return new Resolved(new Phase.Resolve(run.clock().since(start), all, none), called);
        } catch (IllegalArgumentException unusable) {
            return failed(new Fault.UnusableTarget(host + " is no address of this machine's networks"), start, run);
        } catch (UnknownHostException unknown) {
            return failed(new Fault.NameNotFound(host), start, run);
        } catch (ExecutionException failure) {
            Fault ended = run.ended(new Fault.NameTimeout(host));
            return failed(ended != null ? ended : fault(host, failure, run.errors()), start, run);
        }
    }

    private static Resolved failed(Fault fault, Duration start, Run run) {
        return new Resolved(new Phase.Resolve(run.clock().since(start), List.of(), fault), List.of());
    }

    /// The address that `host` is, null if it is a name.
    ///
    /// @throws UnknownHostException for short forms of addresses, which Java would read each in its own way
    private static @Nullable InetAddress literal(String host) throws UnknownHostException {
        if (host.indexOf(':') >= 0 || IpAddress.parse(host).isPresent()) {
            return InetAddress.ofLiteral(host);
        }
        boolean javaWouldReadIt;
        try {
            javaWouldReadIt = Objects.nonNull(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException aName) {
            javaWouldReadIt = false;
        }
        if (javaWouldReadIt) {
            throw new UnknownHostException(host);
        }
        return null;
    }

    private static Fault fault(String host, ExecutionException failure, SystemErrors errors) {
        Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
        if (cause instanceof RejectedExecutionException) {
            return new Fault.Cancelled();
        }
        String text = String.valueOf(cause.getMessage());
        String said = text.startsWith(host + ": ") ? text.substring(host.length() + 2) : text;
        return switch (errors.numberOf(said).orElse(0)) {
            case Errno.EAI_AGAIN, Errno.EAI_FAIL, Errno.EAI_SYSTEM -> new Fault.NameServerFailed(host);
            default -> new Fault.NameNotFound(host);
        };
    }

    private static boolean isCalled(InetAddress address, Approach approach) {
        Family family = address(address).family();
        return approach.mode().takes(family) && (approach.source() == null || family(approach.source()) == family);
    }

    private static Family wanted(Approach approach) {
        return switch (approach.mode().families()) {
            case IPV4 -> Family.IPV4;
            case IPV6 -> Family.IPV6;
            case ANY -> family(Objects.requireNonNullElse(approach.source(), ""));
        };
    }

    private static Family family(String literal) {
        return literal.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6;
    }

    static Address address(InetAddress address) {
        return new Address(
                address instanceof Inet6Address ? Family.IPV6 : Family.IPV4, shortest(address.getHostAddress()));
    }

    /// Java writes out all zeros of an IPv6 address; people do not.
    private static String shortest(String text) {
        return text.indexOf(':') < 0 ? text : Ipv6Text.shorten(text);
    }

    void close() {
        names.close();
    }
}
