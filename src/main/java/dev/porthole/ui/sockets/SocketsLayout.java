package dev.porthole.ui.sockets;

import dev.porthole.profile.Settings;
import dev.porthole.sockets.SocketOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How the table looks: which columns, in which order, how wide, sorted by what. Goes to the settings and back; what
/// cannot be understood there falls back to the default.
///
/// @param columns all of them, in the order shown
/// @param hidden those that are not shown
/// @param widths in pixels; a column without one has its default
record SocketsLayout(
        List<SocketColumn> columns, Set<SocketColumn> hidden, Map<SocketColumn, Double> widths, SocketOrder order) {
    static final SocketsLayout DEFAULT =
            new SocketsLayout(List.of(SocketColumn.values()), Set.of(), Map.of(), SocketOrder.DEFAULT);

    private static final String COLUMNS = "sockets.columns";
    private static final String HIDDEN = "sockets.columns.hidden";
    private static final String WIDTH = "sockets.column.width.";
    private static final String SORT = "sockets.sort";
    private static final String DESCENDING = "sockets.sort.descending";

    static SocketsLayout from(Settings settings) {
        List<SocketColumn> columns = new ArrayList<>();
        for (String word : settings.list(COLUMNS)) {
            column(word).filter(column -> !columns.contains(column)).ifPresent(columns::add);
        }
        // A column that a later version adds stands at the end.
        Arrays.stream(SocketColumn.values())
                .filter(column -> !columns.contains(column))
                .forEach(columns::add);
        Set<SocketColumn> hidden = EnumSet.noneOf(SocketColumn.class);
        settings.list(HIDDEN).forEach(word -> column(word).ifPresent(hidden::add));
        if (hidden.size() == columns.size()) {
            hidden.clear();
        }
        Map<SocketColumn, Double> widths = new EnumMap<>(SocketColumn.class);
        for (SocketColumn column : SocketColumn.values()) {
            settings.number(WIDTH + column.word(), 20, 2000).ifPresent(width -> widths.put(column, width));
        }
        SocketOrder order = settings.get(SORT)
                .flatMap(SocketsLayout::column)
                .map(column -> new SocketOrder(
                        column.order(),
                        settings.get(DESCENDING).filter("true"::equals).isPresent()))
                .orElse(SocketOrder.DEFAULT);
        return new SocketsLayout(columns, hidden, widths, order);
    }

    Settings into(Settings settings) {
        Settings changed = settings.with(COLUMNS, words(columns))
                .with(HIDDEN, words(columns.stream().filter(hidden::contains).toList()))
                .with(DESCENDING, Boolean.toString(order.descending()));
        for (SocketColumn column : SocketColumn.values()) {
            if (column.order() == order.column()) {
                changed = changed.with(SORT, column.word());
            }
            Double width = widths.get(column);
            if (width != null) {
                changed = changed.with(WIDTH + column.word(), Long.toString(Math.round(width)));
            }
        }
        return changed;
    }

    private static String words(List<SocketColumn> columns) {
        return String.join(",", columns.stream().map(SocketColumn::word).toList());
    }

    private static Optional<SocketColumn> column(String word) {
        return Arrays.stream(SocketColumn.values())
                .filter(column -> column.word().equals(word))
                .findFirst();
    }
}
