package dev.porthole.probe.wire;

import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import java.io.Closeable;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Looks names up, in the order of the system. A look-up cannot be stopped, so it runs on one of a few platform threads
/// and is left behind when time is up; virtual threads would each hold a carrier for as long.
final class Resolver {
    private static final int THREADS = 8;

    /// The addresses are absent if the phase failed.
    record Resolved(Phase.Resolve phase, List<InetAddress> addresses) {}

    private final ExecutorService pool = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("resolver-", 0).factory());

    Resolver() {
        // A cached answer would hide the change that a person has just made, a cached failure has lost its reason.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    Resolved resolve(String host, Run run) throws InterruptedException {
        var start = run.clock().now();
        try {
            List<InetAddress> found = host.indexOf(':') >= 0 ? List.of(InetAddress.ofLiteral(host)) : ask(host, run);
            List<Address> addresses = found.stream().map(Resolver::address).toList();
            return new Resolved(new Phase.Resolve(run.clock().since(start), addresses, null), found);
        } catch (ExecutionException | IllegalArgumentException failed) {
            Fault ended = run.ended(new Fault.NameTimeout(host));
            Fault fault = ended != null ? ended : new Fault.NameNotFound(host);
            return new Resolved(new Phase.Resolve(run.clock().since(start), List.of(), fault), List.of());
        }
    }

    private List<InetAddress> ask(String host, Run run) throws ExecutionException, InterruptedException {
        var answer = new CompletableFuture<List<InetAddress>>();
        Closeable leave = () -> answer.completeExceptionally(new UnknownHostException(host));
        run.abort().guard(leave);
        pool.execute(() -> lookUp(host, answer));
        try {
            return answer.get();
        } finally {
            run.abort().release(leave);
        }
    }

    private static void lookUp(String host, CompletableFuture<List<InetAddress>> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            answer.complete(List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException | SecurityException | IllegalArgumentException unknown) {
            answer.completeExceptionally(unknown);
        }
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
        pool.shutdownNow();
    }
}
