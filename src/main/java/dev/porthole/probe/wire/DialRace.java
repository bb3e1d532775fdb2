package dev.porthole.probe.wire;

import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The attempts at the addresses of one name, from one or two threads, until one stands.
final class DialRace {
    /// However many addresses share what time is left, each gets this much of it.
    private static final Duration LEAST_SHARE = Duration.ofSeconds(2);

    private final int port;
    private final Run run;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Socket> inFlight = new ArrayList<>();
    private @Nullable Socket winner;

    DialRace(int port, Run run) {
        this.port = port;
        this.run = run;
    }

    /// Tries one address after the other until one answers, here or in the other thread.
    void tryEach(List<InetAddress> addresses) {
        for (int i = 0; i < addresses.size(); i++) {
            if (!attempt(addresses.get(i), addresses.size() - i)) {
                return;
            }
        }
    }

    synchronized @Nullable Socket winner() {
        return winner;
    }

    synchronized List<Attempt> attempts() {
        return attempts.stream()
                .sorted(Comparator.comparing(attempt -> attempt.span().from()))
                .toList();
    }

    /// Whether the next address is to be tried.
    private boolean attempt(InetAddress address, int sharers) {
        Duration start = run.clock().now();
        Socket socket = new Socket(Proxy.NO_PROXY);
        if (!enter(socket)) {
            return false;
        }
        Attempt.Outcome outcome;
        try {
            outcome = connect(socket, new InetSocketAddress(address, port), sharers);
        } catch (IOException failure) {
            outcome = failed(failure, run.clock().since(start).length());
        }
        add(new Attempt(Resolver.address(address), run.clock().since(start), outcome));
        return outcome instanceof Attempt.Failed && run.abort().reason() == null;
    }

    private Attempt.Outcome connect(Socket socket, InetSocketAddress remote, int sharers) throws IOException {
        Fault ended = run.ended(new Fault.ConnectTimeout());
        if (ended != null) {
            return new Attempt.Failed(ended);
        }
        // Before connecting, as a server that resets at once lets nothing be set afterwards.
        socket.setTcpNoDelay(true);
        socket.connect(remote, share(sharers));
        if (socket.getLocalPort() == port && socket.getLocalAddress().equals(remote.getAddress())) {
            // A port of the ephemeral range can connect to itself, and nobody listens there.
            Line.drop(socket);
            return new Attempt.Failed(new Fault.ConnectRefused());
        }
        String local = Resolver.address(socket.getLocalAddress()).text();
        String end = (local.indexOf(':') < 0 ? local : "[" + local + "]") + ":" + socket.getLocalPort();
        return win(socket) ? new Attempt.Open(end) : new Attempt.Overtaken();
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
        if (winner != null) {
            return false;
        }
        inFlight.add(socket);
        run.abort().guard(() -> Line.drop(socket));
        return true;
    }

    private boolean win(Socket socket) throws IOException {
        List<Socket> losers;
        synchronized (this) {
            if (winner != null) {
                return false;
            }
            winner = socket;
            losers = inFlight.stream().filter(other -> !other.equals(socket)).toList();
        }
        for (Socket loser : losers) {
            Line.drop(loser);
        }
        return true;
    }

    private Attempt.Outcome failed(IOException failure, Duration spent) {
        if (winner() != null) {
            return new Attempt.Overtaken();
        }
        Fault ended = run.ended(new Fault.ConnectTimeout());
        return new Attempt.Failed(ended != null ? ended : ConnectFault.of(failure, spent));
    }

    private synchronized void add(Attempt attempt) {
        attempts.add(attempt);
    }
}
