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
            new SocketsLayout(List.of(SocketColumn.values()), hiddenAtFirst(List.of()), Map.of(), SocketOrder.DEFAULT);

    private static final String SCREEN = "sockets.";
    private static final String COLUMNS = "columns";
    private static final String HIDDEN = "columns.hidden";
    private static final String WIDTH = "column.width.";
    private static final String SORT = "sort";
    private static final String DESCENDING = "sort.descending";

    static SocketsLayout from(Settings settings) {
        return from(settings, SCREEN);
    }

    /// @param prefix of the names in the settings, with a dot at its end
    static SocketsLayout from(Settings settings, String prefix) {
        List<SocketColumn> columns = new ArrayList<>();
        for (String word : settings.list(prefix + COLUMNS)) {
            column(word).filter(column -> !columns.contains(column)).ifPresent(columns::add);
        }
        Set<SocketColumn> hidden = hiddenAtFirst(columns);
        // A column that a later version adds stands at the end.
        Arrays.stream(SocketColumn.values())
                .filter(column -> !columns.contains(column))
                .forEach(columns::add);
        settings.list(prefix + HIDDEN).forEach(word -> column(word).ifPresent(hidden::add));
        if (hidden.size() == columns.size()) {
            hidden.retainAll(DEFAULT.hidden);
        }
        Map<SocketColumn, Double> widths = new EnumMap<>(SocketColumn.class);
        for (SocketColumn column : SocketColumn.values()) {
            settings.number(prefix + WIDTH + column.word(), 20, 2000).ifPresent(width -> widths.put(column, width));
        }
        SocketOrder order = settings.get(prefix + SORT)
                .flatMap(SocketsLayout::column)
                .map(column -> new SocketOrder(
                        column.order(),
                        settings.get(prefix + DESCENDING).filter("true"::equals).isPresent()))
                .orElse(SocketOrder.DEFAULT);
        return new SocketsLayout(columns, hidden, widths, order);
    }

    Settings into(Settings settings) {
        return into(settings, SCREEN);
    }

    /// The same columns in the same order, sorted alike; widths do not count.
    boolean looksLike(SocketsLayout other) {
        return columns.equals(other.columns) && hidden.equals(other.hidden) && order.equals(other.order);
    }

    Settings into(Settings settings, String prefix) {
        Settings changed = settings.with(prefix + COLUMNS, words(columns))
                .with(
                        prefix + HIDDEN,
                        words(columns.stream().filter(hidden::contains).toList()))
                .with(prefix + DESCENDING, Boolean.toString(order.descending()));
        for (SocketColumn column : SocketColumn.values()) {
            if (column.order() == order.column()) {
                changed = changed.with(prefix + SORT, column.word());
            }
            Double width = widths.get(column);
            if (width != null) {
                changed = changed.with(prefix + WIDTH + column.word(), Long.toString(Math.round(width)));
            }
        }
        return changed;
    }

    /// @param chosen the columns about which somebody has decided
    private static Set<SocketColumn> hiddenAtFirst(List<SocketColumn> chosen) {
        Set<SocketColumn> hidden = EnumSet.noneOf(SocketColumn.class);
        for (SocketColumn column : SocketColumn.values()) {
            if (!column.isShownAtFirst() && !chosen.contains(column)) {
                hidden.add(column);
            }
        }
        return hidden;
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
