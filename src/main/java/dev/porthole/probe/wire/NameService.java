package dev.porthole.probe.wire;

import java.io.Closeable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// The resolver of the system. A look-up cannot be stopped, so it runs on one of a few platform threads and is left
/// behind when time is up; virtual threads would each hold a carrier for as long. A name that is being looked up is
/// not asked for again meanwhile, so that one silent name server does not hold all threads.
final class NameService {
    private static final int THREADS = 8;

    private final ExecutorService pool = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("resolver-", 0).factory());
    private final ConcurrentHashMap<String, CompletableFuture<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    NameService() {
        // A cached answer would hide the change that a person has just made, a cached failure has lost its reason.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    /// @throws ExecutionException with the resolver's failure, or because of the abort
    List<InetAddress> ask(String host, Abort abort) throws ExecutionException, InterruptedException {
        CompletableFuture<List<InetAddress>> answer =
                underWay.computeIfAbsent(host, this::begin).copy();
        Closeable leave = () -> answer.completeExceptionally(new UnknownHostException(host));
        abort.guard(leave);
        try {
            return answer.get();
        } finally {
            abort.release(leave);
        }
    }

    private CompletableFuture<List<InetAddress>> begin(String host) {
        var answer = new CompletableFuture<List<InetAddress>>();
        pool.execute(() -> lookUp(host, answer));
        return answer;
    }

    private void lookUp(String host, CompletableFuture<List<InetAddress>> answer) {
        try {
            List<InetAddress> found = List.of(InetAddress.getAllByName(host));
            underWay.remove(host);
            answer.complete(found);
        } catch (UnknownHostException | SecurityException | IllegalArgumentException unknown) {
            underWay.remove(host);
            answer.completeExceptionally(unknown);
        }
    }

    void close() {
        pool.shutdownNow();
        underWay.values().forEach(answer -> answer.completeExceptionally(new RejectedExecutionException()));
    }
}
