package dev.porthole.diagnosis.rule;

import dev.porthole.diagnosis.Evidence;
import dev.porthole.diagnosis.Finding;
import dev.porthole.diagnosis.HostsLine;
import dev.porthole.diagnosis.Pointer;
import dev.porthole.diagnosis.Rule;
import dev.porthole.diagnosis.Waiting;
import dev.porthole.probe.Attempt;
import dev.porthole.probe.HumanTime;
import dev.porthole.probe.Judge;
import dev.porthole.probe.Part;
import dev.porthole.sockets.Figure;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// It went well and took too long: the names, the network, or the server, told by where the time went and by the
/// figures of the probe's own socket.
public final class Slow implements Rule {
    /// The kernel sends a SYN again after this time (RFC 6298).
    private static final Duration SYN_AGAIN = Duration.ofMillis(990);

    @Override
    public Optional<Finding> examine(Evidence evidence) {
        if (!Judge.judge(evidence.spec(), evidence.trace()).cause().equals("slow")) {
            return Optional.empty();
        }
        return Arrays.stream(Part.values())
                .filter(part -> evidence.trace().time(part).isPresent())
                .max(Comparator.comparing(part -> evidence.trace().time(part).orElse(Duration.ZERO)))
                .map(part -> finding(evidence, part, evidence.trace().time(part).orElse(Duration.ZERO)));
    }

    private static Finding finding(Evidence evidence, Part part, Duration took) {
        Finding finding =
                switch (part) {
                    case RESOLVE -> names(evidence);
                    case CONNECT -> connecting(evidence, took);
                    case STARTTLS, TLS, SEND, FIRST_BYTE, MATCH, QUIT -> dialogue(evidence, took);
                };
        return finding.because("the most time went into " + words(part) + ": " + HumanTime.of(took) + " of "
                        + HumanTime.of(evidence.trace().elapsed()))
                .because(figures(evidence));
    }

    private static Finding names(Evidence evidence) {
        String ask = evidence.commands().lookUp(evidence.hostName());
        Optional<HostsLine> line = evidence.host().names().lines().findFirst();
        if (line.isPresent()) {
            return Finding.proven(
                            "slow-names",
                            "Looking the name up took the most time, not the target, though a file of this machine"
                                    + " has its address")
                    .because(line.get().inWords() + " names " + evidence.hostName())
                    .remedy("Ask again, and see how long it takes", ask)
                    .remedy(
                            "Look which sources this machine asks before that file",
                            evidence.commands().linux("grep ^hosts: /etc/nsswitch.conf"));
        }
        return Finding.proven("slow-names", "The name server is slow, not the target: the look-up took the most time")
                .remedy("Ask again, and see how long it takes", ask)
                .remedy(
                        "If the first of several servers is dead, take it out",
                        evidence.commands().linux("cat /etc/resolv.conf"));
    }

    /// Connecting is one round trip to the address that answered, and what was lost before at others of the name.
    private static Finding connecting(Evidence evidence, Duration took) {
        Duration half = took.dividedBy(2);
        Optional<Attempt> made = evidence.trace().connection();
        if (made.isEmpty() || made.get().span().length().compareTo(half) >= 0) {
            return network(evidence, took);
        }
        return evidence.trace().attempts().stream()
                .filter(attempt -> !(attempt.outcome() instanceof Attempt.Open))
                .filter(attempt -> attempt.span().length().compareTo(half) >= 0)
                .findFirst()
                .map(lost -> otherAddress(evidence, lost, made.get()))
                .orElseGet(() -> thisMachine(
                        "the call itself took only " + fine(made.get().span().length()) + " of the time"));
    }

    private static Finding otherAddress(Evidence evidence, Attempt lost, Attempt made) {
        String address = lost.address().text();
        return Finding.proven(
                        "slow-address",
                        "The time was lost at another address of the name: " + address + " was called before "
                                + made.address().text() + ", and did not answer")
                .because(address + " was waited for " + HumanTime.of(lost.span().length()) + "; "
                        + made.address().text() + " then answered in "
                        + HumanTime.of(made.span().length()))
                .remedy(
                        "Look why nobody answers there, or take the address out of the name",
                        evidence.commands().lookUp(evidence.hostName()))
                .at(new Pointer.ToAddress(lost.address()));
    }

    private static Finding thisMachine(String sign) {
        return Finding.likely("slow-here", "This machine was most likely busy: " + sign)
                .remedy("Look what takes its processors, and probe again");
    }

    private static Finding network(Evidence evidence, Duration took) {
        boolean lost = took.compareTo(SYN_AGAIN) > 0;
        boolean own = evidence.connected().filter(evidence.host()::isOwn).isPresent();
        if (own && !lost) {
            return thisMachine("making a connection within it took the most time");
        }
        Optional<Waiting> here = evidence.connected().flatMap(evidence::listenerFor);
        String title = lost
                ? "Most likely the first SYN was lost or dropped: "
                        + (here.isPresent()
                                ? "the queue was full for a moment"
                                : "the network loses packets, or the server's queue was full for a moment")
                : "The network is slow: making the connection, one round trip, took the most time";
        Finding finding = lost ? Finding.likely("slow-network", title) : Finding.proven("slow-network", title);
        return finding.because(
                        lost
                                ? List.of("the kernel sends a SYN again after 1, 3 and 7 s, and it took that long")
                                : List.of())
                .remedy(
                        "Look where the time goes on the way",
                        evidence.connected()
                                .map(ip -> evidence.commands().path(ip))
                                .orElse(null));
    }

    private static Finding dialogue(Evidence evidence, Duration took) {
        Duration trip = roundTrip(evidence);
        boolean retransmitted = retransmits(evidence) > 0;
        if (retransmitted) {
            return Finding.likely(
                            "slow-network",
                            "The network most likely loses packets: parts of the dialogue had to be sent" + " again")
                    .remedy(
                            "Look where they are lost",
                            evidence.connected()
                                    .map(ip -> evidence.commands().path(ip))
                                    .orElse(null));
        }
        boolean server = trip.multipliedBy(4).compareTo(took) < 0;
        return server
                ? Finding.likely(
                                "slow-server",
                                "The server is most likely slow, not the network: it took long to answer")
                        .because("a round trip took " + fine(trip) + ", far less than the answer")
                        .remedy("Look what the server is busy with")
                : Finding.possible(
                                "slow-network",
                                "The network or the server is slow: the answer took about as long as a few"
                                        + " round trips")
                        .because("a round trip took " + fine(trip));
    }

    /// The kernel's own figure, else the time that connecting took.
    private static Duration roundTrip(Evidence evidence) {
        return evidence.seen().ours().stream()
                .flatMap(entry -> entry.figures().time(Figure.RTT_US).stream())
                .findFirst()
                .or(() -> evidence.trace().connection().map(attempt -> attempt.span()
                        .length()))
                .orElse(Duration.ZERO);
    }

    private static long retransmits(Evidence evidence) {
        return evidence.seen().ours().stream()
                .flatMapToLong(entry -> entry.figures().get(Figure.RETRANSMITS).stream())
                .max()
                .orElse(0);
    }

    private static List<String> figures(Evidence evidence) {
        return evidence.seen().ours().stream()
                .flatMap(entry -> entry.figures().time(Figure.RTT_US).stream()
                        .map(rtt -> "the kernel's figures of the probe's own socket: round trip " + fine(rtt) + ", "
                                + entry.figures().get(Figure.RETRANSMITS).orElse(0) + " segments sent again"))
                .limit(1)
                .toList();
    }

    /// On loopback it is some microseconds.
    private static String fine(Duration trip) {
        long micros = trip.toNanos() / 1000;
        return micros < 100 ? micros + " µs" : HumanTime.of(trip);
    }

    private static String words(Part part) {
        return switch (part) {
            case RESOLVE -> "the look-up of the name";
            case CONNECT -> "connecting";
            case STARTTLS -> "the dialogue before TLS";
            case TLS -> "the TLS handshake";
            case SEND -> "sending";
            case FIRST_BYTE -> "the wait for the first byte";
            case MATCH -> "the rest of the answer";
            case QUIT -> "the goodbye";
        };
    }
}
