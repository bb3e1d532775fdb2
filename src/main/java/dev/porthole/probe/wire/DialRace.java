package dev.porthole.probe.wire;

import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Span;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// The attempts at the addresses of one name, from one thread or several, until one stands or, where all are to be
/// told, until each has ended.
final class DialRace {
    /// However many addresses share what time is left, each gets this much of it.
    private static final Duration LEAST_SHARE = Duration.ofSeconds(2);

    private final int port;
    private final @Nullable String source;
    private final boolean all;
    private final Run run;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Socket> inFlight = new ArrayList<>();
    private final CountDownLatch decided = new CountDownLatch(1);
    private @Nullable Socket winner;

    /// @param all whether the other addresses go on after one has answered
    DialRace(int port, @Nullable String source, boolean all, Run run) {
        this.port = port;
        this.source = source;
        this.all = all;
        this.run = run;
    }

    /// Tries one address after the other until one answers, here or in another thread.
    void tryEach(List<InetAddress> addresses) {
        for (int i = 0; i < addresses.size() && isOn(); i++) {
            Attempt _ = attempt(addresses.get(i), addresses.size() - i);
        }
    }

    /// Tries every address at the same time, and returns when each has ended.
    void tryAll(List<InetAddress> addresses) {
        List<Thread> flying = addresses.stream()
                .map(address -> Sibling.start("probe-address", () -> attempt(address, 1)))
                .toList();
        try {
            for (Thread thread : flying) {
                thread.join();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            decided.countDown();
        }
    }

    /// Whether a further address is to be tried.
    boolean isOn() {
        return winner() == null && run.abort().reason() == null;
    }

    synchronized @Nullable Socket winner() {
        return winner;
    }

    /// Of [#tryAll]: null if every address has failed.
    @Nullable
    Socket awaitWinner() throws InterruptedException {
        decided.await();
        return winner();
    }

    /// In order of their starts.
    synchronized List<Attempt> attempts() {
        return attempts.stream()
                .sorted(Comparator.comparing(attempt -> attempt.span().from()))
                .toList();
    }

    /// @param sharers how many addresses share the time that is left, this one among them
    Attempt attempt(InetAddress address, int sharers) {
        Duration start = run.clock().now();
        Socket socket = new Socket(Proxy.NO_PROXY);
        Attempt.Outcome outcome;
        Span took;
        try {
            outcome = enter(socket)
                    ? call(socket, new InetSocketAddress(address, port), sharers)
                    : new Attempt.Overtaken();
            took = run.clock().since(start);
            if (outcome == null) {
                outcome = connected(socket, address);
            }
        } catch (IOException failure) {
            took = run.clock().since(start);
            outcome = failed(failure, took.length());
        }
        var attempt = new Attempt(Resolver.address(address), took, outcome);
        if (!(outcome instanceof Attempt.Open)) {
            leave(socket);
        }
        add(attempt);
        return attempt;
    }

    /// Null if it is connected; the clock is read at once then, before our own work.
    private Attempt.@Nullable Outcome call(Socket socket, InetSocketAddress remote, int sharers) throws IOException {
        Fault ended = run.ended(new Fault.ConnectTimeout());
        if (ended != null) {
            return new Attempt.Failed(ended);
        }
        // Before connecting, as a server that resets at once lets nothing be set afterwards.
        socket.setTcpNoDelay(true);
        if (source != null && !bind(socket, source)) {
            return new Attempt.Failed(new Fault.SourceUnavailable(source));
        }
        socket.connect(remote, share(sharers));
        return null;
    }

    private Attempt.Outcome connected(Socket socket, InetAddress address) throws IOException {
        if (socket.getLocalPort() == port && socket.getLocalAddress().equals(address)) {
            // A port of the ephemeral range can connect to itself, and nobody listens there.
            return new Attempt.Failed(new Fault.ConnectRefused());
        }
        String local = Endpoints.text(socket.getLocalAddress(), socket.getLocalPort());
        if (win(socket)) {
            return new Attempt.Open(local);
        }
        return all ? new Attempt.Answered(local) : new Attempt.Overtaken();
    }

    private static boolean bind(Socket socket, String source) throws IOException {
        try {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(source), 0));
            return true;
        } catch (BindException | IllegalArgumentException unavailable) {
            return false;
        }
    }

    /// Milliseconds, 0 for no limit of its own.
    private int share(int sharers) {
        if (sharers == 1) {
            return 0;
        }
        Duration share = run.deadline().left().dividedBy(sharers);
        Duration longEnough = share.compareTo(LEAST_SHARE) < 0 ? LEAST_SHARE : share;
        return (int) Math.min(longEnough.toMillis(), Integer.MAX_VALUE);
    }

    private synchronized boolean enter(Socket socket) {
        if (winner != null && !all) {
            return false;
        }
        inFlight.add(socket);
        run.abort().guard(() -> Line.drop(socket));
        return true;
    }

    private static void leave(Socket socket) {
        try {
            Line.drop(socket);
        } catch (IOException alreadyBroken) {
            // It is closed either way.
        }
    }

    private boolean win(Socket socket) throws IOException {
        List<Socket> losers;
        synchronized (this) {
            if (winner != null) {
                return false;
            }
            winner = socket;
            losers = all
                    ? List.of()
                    : inFlight.stream().filter(other -> !other.equals(socket)).toList();
        }
        for (Socket loser : losers) {
            Line.drop(loser);
        }
        return true;
    }

    private Attempt.Outcome failed(IOException failure, Duration spent) {
        if (winner() != null && !all) {
            return new Attempt.Overtaken();
        }
        Fault ended = run.ended(new Fault.ConnectTimeout());
        return new Attempt.Failed(ended != null ? ended : ConnectFault.of(failure, spent, run.errors()));
    }

    private synchronized void add(Attempt attempt) {
        attempts.add(attempt);
        if (attempt.outcome() instanceof Attempt.Open) {
            decided.countDown();
        }
    }
}
