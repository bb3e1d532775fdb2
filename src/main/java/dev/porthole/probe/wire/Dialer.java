package dev.porthole.probe.wire;

import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/// Connects to the addresses of a name as Go does, after [RFC 8305](https://www.rfc-editor.org/rfc/rfc8305): the family
/// of the first address has a head start, then both race, each address after address; who answers first is taken.
final class Dialer {
    private static final Duration HEAD_START = Duration.ofMillis(300);

    private Dialer() {}

    static Dialled<Phase.Connect> dial(List<InetAddress> addresses, int port, Run run)
            throws InterruptedException, IOException {
        Duration start = run.clock().now();
        var race = new DialRace(port, run);
        race(race, addresses);
        List<Attempt> attempts = race.attempts();
        Socket winner = race.winner();
        if (winner != null) {
            return new Dialled<>(new Phase.Connect(run.clock().since(start), attempts, null), Line.over(winner));
        }
        return new Dialled<>(new Phase.Connect(run.clock().since(start), attempts, fault(attempts, run)), null);
    }

    private static void race(DialRace race, List<InetAddress> addresses) throws InterruptedException {
        Class<?> family = addresses.getFirst().getClass();
        List<InetAddress> first = addresses.stream().filter(family::isInstance).toList();
        List<InetAddress> second =
                addresses.stream().filter(a -> !family.isInstance(a)).toList();
        if (second.isEmpty()) {
            race.tryEach(first);
            return;
        }
        Thread ahead = Thread.startVirtualThread(() -> race.tryEach(first));
        boolean _ = ahead.join(HEAD_START);
        if (race.winner() == null) {
            race.tryEach(second);
        }
        ahead.join();
    }

    /// The first address speaks for all; the others stand in the attempts.
    private static Fault fault(List<Attempt> attempts, Run run) {
        Fault ended = run.ended(new Fault.ConnectTimeout());
        if (ended != null) {
            return ended;
        }
        return attempts.getFirst().outcome() instanceof Attempt.Failed(Fault fault)
                ? fault
                : new Fault.ConnectTimeout();
    }
}
