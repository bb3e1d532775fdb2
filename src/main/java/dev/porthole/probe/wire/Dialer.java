package dev.porthole.probe.wire;

import dev.porthole.probe.AddressMode.Tactic;
import dev.porthole.probe.Approach;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/// Connects to the addresses of a name, in the way that was asked for.
final class Dialer {
    /// Of Go's dialer, for the family of the first address.
    private static final Duration FAMILY_AHEAD = Duration.ofMillis(300);

    private final DialRace race;
    private final Run run;

    private Dialer(DialRace race, Run run) {
        this.race = race;
        this.run = run;
    }

    /// @param addresses at least one
    static Dialling dial(List<InetAddress> addresses, int port, Approach approach, Run run)
            throws InterruptedException, IOException {
        boolean all = approach.mode().tactic() == Tactic.ALL && addresses.size() > 1;
        var race = new DialRace(port, approach.source(), all, run);
        return new Dialer(race, run).dial(addresses, approach.mode().tactic());
    }

    private Dialling dial(List<InetAddress> addresses, Tactic tactic) throws InterruptedException, IOException {
        Duration start = run.clock().now();
        if (addresses.size() == 1 || tactic == Tactic.ONE) {
            race.tryEach(addresses.subList(0, 1));
        } else {
            switch (tactic) {
                case FIRST_ANSWER, ONE -> new HeadStart(race).run(addresses);
                case FAMILY_AHEAD -> familyAhead(addresses);
                case ALL -> {
                    return all(addresses, start);
                }
            }
        }
        List<Attempt> attempts = race.attempts();
        Socket winner = race.winner();
        return winner == null
                ? Dialling.done(run.clock().since(start), attempts, fault(attempts), null)
                : Dialling.done(run.clock().since(start), attempts, null, Line.over(winner));
    }

    private void familyAhead(List<InetAddress> addresses) throws InterruptedException {
        Class<?> family = addresses.getFirst().getClass();
        List<InetAddress> first = addresses.stream().filter(family::isInstance).toList();
        List<InetAddress> second =
                addresses.stream().filter(a -> !family.isInstance(a)).toList();
        if (second.isEmpty()) {
            race.tryEach(first);
            return;
        }
        Thread ahead = Sibling.start("probe-family", () -> race.tryEach(first));
        boolean _ = ahead.join(FAMILY_AHEAD);
        if (race.isOn()) {
            race.tryEach(second);
        }
        ahead.join();
    }

    /// Goes on as soon as one answers; what becomes of the others is asked for at the end of the run.
    private Dialling all(List<InetAddress> addresses, Duration start) throws InterruptedException, IOException {
        Thread others = Sibling.start("probe-all", () -> race.tryAll(addresses));
        Socket winner = race.awaitWinner();
        List<Attempt> attempts = race.attempts();
        if (winner == null) {
            return Dialling.done(run.clock().since(start), attempts, fault(attempts), null);
        }
        return new Dialling(
                new Phase.Connect(run.clock().since(start), attempts, null), Line.over(winner), () -> rest(others));
    }

    private List<Attempt> rest(Thread others) {
        run.deadline().restore();
        try {
            others.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return race.attempts();
    }

    /// The first address speaks for all; the others stand in the attempts.
    private Fault fault(List<Attempt> attempts) {
        Fault ended = run.ended(new Fault.ConnectTimeout());
        if (ended != null) {
            return ended;
        }
        return !attempts.isEmpty() && attempts.getFirst().outcome() instanceof Attempt.Failed(Fault fault)
                ? fault
                : new Fault.ConnectTimeout();
    }
}
