package dev.porthole.ui.counts;

import dev.porthole.counts.Alert;
import dev.porthole.counts.AlertBoard;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.Tally;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.threshold.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The table of states and types, and how it stands in one frame.
final class Matrix {
    /// A pause between two readings that is longer is a gap in a line.
    private static final Duration GAP = Duration.ofSeconds(5);
    /// A rule about more states says nothing about one of them.
    private static final int FEW_STATES = 3;

    private static final Set<Protocol> TYPES = EnumSet.allOf(Protocol.class);
    private static final Set<SocketState> STATES = EnumSet.allOf(SocketState.class);

    private Matrix() {}

    /// The states that have a row: those of every system, and those that have sockets.
    static List<SocketState> states(Tally tally) {
        List<SocketState> states = new ArrayList<>();
        for (SocketState state : SocketState.values()) {
            if (state.compareTo(SocketState.NONE) <= 0 || tally.counts().count(state) > 0) {
                states.add(state);
            }
        }
        return states;
    }

    /// A row's cells: one for each type, and its total.
    static List<CountScope> row(SocketState state) {
        List<CountScope> cells = new ArrayList<>();
        TYPES.forEach(type -> cells.add(CountScope.of(type, state)));
        cells.add(new CountScope(TYPES, Set.of(state)));
        return cells;
    }

    /// The last row: a total for each type, and that of all.
    static List<CountScope> totals() {
        List<CountScope> cells = new ArrayList<>();
        TYPES.forEach(type -> cells.add(new CountScope(Set.of(type), STATES)));
        cells.add(CountScope.ALL);
        return cells;
    }

    /// How grave it is what the rules say about a cell.
    static Severity severity(CountScope cell, Tally tally, AlertBoard board) {
        Severity worst = Severity.OK;
        for (Alert alert : board.alerts()) {
            if (concerns(alert.key().scope(), cell, tally)) {
                worst = worst.worse(alert.severity());
            }
        }
        return worst;
    }

    /// A rule about few states marks their cells that have sockets, and their rows' totals; a rule about many marks
    /// only the whole.
    private static boolean concerns(CountScope rule, CountScope cell, Tally tally) {
        if (cell.equals(CountScope.ALL)) {
            return rule.states().size() > FEW_STATES;
        }
        boolean total = cell.types().size() > 1;
        return rule.states().size() <= FEW_STATES
                && rule.states().containsAll(cell.states())
                && (total || rule.types().containsAll(cell.types()))
                && (total || rule.equals(cell) || cell.in(tally.counts()) > 0);
    }

    /// The numbers of the last minute for a sparkline; NaN between two that lie far apart, or where rows were missing.
    static float[] course(CountScope cell, List<Tally> recent) {
        float[] course = new float[2 * recent.size()];
        int size = 0;
        for (int i = 0; i < recent.size(); i++) {
            Tally tally = recent.get(i);
            if (i > 0
                    && Duration.between(recent.get(i - 1).time(), tally.time()).compareTo(GAP) > 0) {
                course[size++] = Float.NaN;
            }
            course[size++] = tally.complete() ? cell.in(tally.counts()) : Float.NaN;
        }
        return Arrays.copyOfRange(course, Math.max(0, size - CountFeed.RECENT), size);
    }
}
