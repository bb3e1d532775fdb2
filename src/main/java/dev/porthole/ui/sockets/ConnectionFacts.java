package dev.porthole.ui.sockets;

import dev.porthole.net.SocketState;
import dev.porthole.report.Amounts;
import dev.porthole.report.Words;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.sockets.SocketPace;
import dev.porthole.sockets.TcpFigures;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.Fact;
import dev.porthole.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/// The figures of a socket as names and values for the inspector, each with what it means.
final class ConnectionFacts {
    private final SocketEntry entry;
    private final TcpFigures figures;
    private final List<Fact> facts = new ArrayList<>();

    private ConnectionFacts(SocketEntry entry) {
        this.entry = entry;
        figures = entry.figures();
    }

    /// Whether there is a connection whose figures are told.
    static boolean hasFigures(SocketEntry entry) {
        return entry.figures().get(Figure.SEGMENT_SIZE).isPresent();
    }

    /// Those beside the ones that have a line of their own.
    static List<Fact> of(SocketEntry entry) {
        ConnectionFacts made = new ConnectionFacts(entry);
        if (hasFigures(entry)) {
            made.path();
            made.traffic();
        }
        made.waiting();
        made.timer();
        made.age();
        return made.facts;
    }

    /// Why there are no figures, or not all of them.
    static Optional<String> note(Inspected shown) {
        SocketEntry entry = shown.entry();
        String key = noteKey(entry);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((Messages.text(key, shown.source()) + " " + shown.refused()).strip());
    }

    private static String noteKey(SocketEntry entry) {
        TcpFigures figures = entry.figures();
        return switch (entry.state()) {
            case TIME_WAIT -> "inspector.figures.time-wait";
            case SYN_RECV -> "inspector.figures.handshake";
            case NONE -> figures.get(Figure.DROPS).isPresent() ? "inspector.figures.udp" : "inspector.figures.udp.none";
            case LISTEN -> figures.get(Figure.BACKLOG).isPresent() ? "" : "inspector.figures.listener";
            default -> hasFigures(entry) ? "" : "inspector.figures.none";
        };
    }

    private void path() {
        String unmeasured = Messages.text("inspector.not-measured");
        add("figure.rtt-variation", Figure.RTT_VARIATION_US, Amounts::micros, unmeasured);
        add("figure.min-rtt", Figure.MIN_RTT_US, Amounts::micros, unmeasured);
        String retransmits = segments(figures.get(Figure.RETRANSMITS));
        long again = figures.get(Figure.BYTES_RETRANSMITTED).orElse(0);
        facts.add(Fact.explained(
                "figure.retransmits", again == 0 ? retransmits : retransmits + ", " + Amounts.bytes(again)));
        facts.add(Fact.explained("figure.congestion-window", segments(figures.get(Figure.CONGESTION_WINDOW))));
        facts.add(Fact.explained(
                "figure.slow-start-threshold",
                figures.get(Figure.SLOW_START_THRESHOLD).isPresent()
                        ? segments(figures.get(Figure.SLOW_START_THRESHOLD))
                        : Messages.text("inspector.no-loss")));
        add("figure.segment-size", Figure.SEGMENT_SIZE, ConnectionFacts::bytes, notTold());
        add("figure.path-mtu", Figure.PATH_MTU, ConnectionFacts::bytes, notTold());
    }

    private void traffic() {
        add("figure.sent", Figure.BYTES_SENT, Amounts::bytes, notTold());
        add("figure.received", Figure.BYTES_RECEIVED, Amounts::bytes, notTold());
        add(
                "figure.delivery-rate",
                Figure.DELIVERY_RATE,
                rate -> Amounts.rate((double) rate),
                Messages.text("inspector.not-measured"));
    }

    private void waiting() {
        if (entry.exposure() != null) {
            facts.add(Fact.explained("figure.exposure", Words.exposure(entry.exposure())));
        }
        boolean wanted =
                entry.state() == SocketState.NONE || figures.get(Figure.DROPS).orElse(0) > 0;
        boolean inQueue = entry.state() == SocketState.LISTEN;
        if (wanted && !inQueue) {
            add("figure.drops", Figure.DROPS, count -> Messages.text("inspector.packets", count), notTold());
        }
    }

    private void timer() {
        figures.timer()
                .ifPresent(timer -> facts.add(Fact.explained(
                        "figure.timer",
                        Messages.text(
                                "inspector.timer",
                                timer.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                ClockText.age(timer.left())))));
    }

    private void age() {
        SocketPace pace = entry.pace();
        pace.seenFor()
                .ifPresent(seen -> facts.add(Fact.explained("figure.age", FigureCell.age(seen, pace.sawOpening()))));
    }

    /// @param absent what to say where it is not told
    private void add(String key, Figure figure, LongFunction<String> text, String absent) {
        OptionalLong value = figures.get(figure);
        facts.add(Fact.explained(key, value.isPresent() ? text.apply(value.getAsLong()) : absent));
    }

    static String rtt(TcpFigures figures) {
        OptionalLong rtt = figures.get(Figure.RTT_US);
        return rtt.isPresent() ? Amounts.micros(rtt.getAsLong()) : SocketColumn.ABSENT;
    }

    static String rate(OptionalDouble rate) {
        return rate.isPresent() ? Amounts.rate(rate.getAsDouble()) : SocketColumn.ABSENT;
    }

    private static String segments(OptionalLong count) {
        return count.isPresent() ? Messages.text("inspector.segments", count.getAsLong()) : notTold();
    }

    private static String bytes(long count) {
        return Messages.text("inspector.bytes", count);
    }

    private static String notTold() {
        return Messages.text("inspector.not-told");
    }
}
