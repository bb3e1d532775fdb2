package dev.porthole.probe.wire;

import dev.porthole.probe.Address.Family;
import dev.porthole.probe.Attempt;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Happy Eyeballs, version 2 ([RFC 8305](https://www.rfc-editor.org/rfc/rfc8305)): each address has a head start on
/// the next, also within a family, unless it fails at once.
final class HeadStart {
    /// "Connection Attempt Delay", section 5.
    private static final Duration DELAY = Duration.ofMillis(250);

    private final DialRace race;
    private final LinkedBlockingQueue<Attempt> ended = new LinkedBlockingQueue<>();

    HeadStart(DialRace race) {
        this.race = race;
    }

    /// Returns when a connection stands or every address has failed.
    void run(List<InetAddress> addresses) throws InterruptedException {
        List<Thread> flying = new ArrayList<>();
        int open = 0;
        for (Iterator<InetAddress> next = interleaved(addresses).iterator();
                race.isOn() && (next.hasNext() || open > 0); ) {
            if (next.hasNext()) {
                flying.add(start(next.next()));
                open++;
            }
            Attempt done = next.hasNext() ? ended.poll(DELAY.toNanos(), TimeUnit.NANOSECONDS) : ended.take();
            open -= done == null ? 0 : 1;
        }
        for (Thread thread : flying) {
            thread.join();
        }
    }

    private Thread start(InetAddress address) {
        return Sibling.start("probe-address", () -> ended.add(race.attempt(address, 1)));
    }

    /// The families take turns, beginning with the first address's (section 4).
    static List<InetAddress> interleaved(List<InetAddress> addresses) {
        Family family = family(addresses.getFirst());
        var first = addresses.stream().filter(each -> family(each) == family).iterator();
        var second = addresses.stream().filter(each -> family(each) != family).iterator();
        List<InetAddress> turns = new ArrayList<>();
        while (first.hasNext() || second.hasNext()) {
            if (first.hasNext()) {
                turns.add(first.next());
            }
            if (second.hasNext()) {
                turns.add(second.next());
            }
        }
        return turns;
    }

    private static Family family(InetAddress address) {
        return address instanceof Inet6Address ? Family.IPV6 : Family.IPV4;
    }
}
