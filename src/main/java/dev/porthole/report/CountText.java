package dev.porthole.report;

import dev.porthole.counts.StateCounts;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Counts as a table for the terminal: a line for each state, a column for each type, and the totals of both. States of
/// other systems have a line only where there are any.
public final class CountText {
    private static final int STATE = 12;
    private static final int NUMBER = 9;

    private CountText() {}

    public static void write(StateCounts counts, Appendable out) throws IOException {
        List<String> heading = new ArrayList<>(List.of("state"));
        for (Protocol type : Protocol.values()) {
            heading.add(type.word());
        }
        heading.add("total");
        line(heading, out);
        for (SocketState state : states(counts)) {
            line(cells(counts, state), out);
        }
        List<String> totals = new ArrayList<>(List.of("total"));
        for (Protocol type : Protocol.values()) {
            totals.add(Integer.toString(counts.count(type)));
        }
        totals.add(Integer.toString(counts.total()));
        line(totals, out);
    }

    /// Those of every system, and those that have sockets.
    static List<SocketState> states(StateCounts counts) {
        List<SocketState> states = new ArrayList<>();
        for (SocketState state : SocketState.values()) {
            if (state.compareTo(SocketState.NONE) <= 0 || counts.count(state) > 0) {
                states.add(state);
            }
        }
        return states;
    }

    private static List<String> cells(StateCounts counts, SocketState state) {
        List<String> cells = new ArrayList<>(List.of(state.name()));
        for (Protocol type : Protocol.values()) {
            int count = counts.count(type, state);
            boolean cannotBe = type.isTcp() == (state == SocketState.NONE) && count == 0;
            cells.add(cannotBe ? "-" : Integer.toString(count));
        }
        cells.add(Integer.toString(counts.count(state)));
        return cells;
    }

    private static void line(List<String> cells, Appendable out) throws IOException {
        StringBuilder line = new StringBuilder(80).append(cells.getFirst());
        line.repeat(' ', Math.max(0, STATE - line.length()));
        for (String cell : cells.subList(1, cells.size())) {
            line.repeat(' ', Math.max(1, NUMBER - cell.length())).append(cell);
        }
        out.append(line.append('\n'));
    }
}
