package dev.porthole.ui.sockets;

import dev.porthole.report.Amounts;
import dev.porthole.sockets.FigureHistory;
import dev.porthole.sockets.FigureHistory.Series;
import dev.porthole.sockets.SocketEntry;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.Hint;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Sparkline;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Name, value and course of what changes each second.
final class TrendGrid extends GridPane {
    private static final double VALUE_WIDTH = 84;

    private final Map<Series, Line> lines = new EnumMap<>(Series.class);

    private record Line(Label name, Label value, Sparkline course, Tooltip ends) {}

    TrendGrid() {
        getStyleClass().add("trend-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints(VALUE_WIDTH);
        values.setHalignment(HPos.RIGHT);
        ColumnConstraints courses = new ColumnConstraints();
        courses.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values, courses);
        for (Series series : Series.values()) {
            lines.put(series, line(series));
        }
    }

    private Line line(Series series) {
        String key = "trend." + series.name().toLowerCase(Locale.ROOT);
        Label name = new Label(Messages.text(key));
        name.getStyleClass().add("fact-name");
        Hint.on(name, Messages.text(key + ".hint"));
        Sparkline course = new Sparkline(FigureHistory.LONGEST);
        Tooltip ends = new Tooltip();
        Tooltip.install(course, ends);
        Line line = new Line(name, new Label(), course, ends);
        line.value().getStyleClass().add("trend-value");
        addRow(series.ordinal(), name, line.value(), course);
        return line;
    }

    void show(SocketEntry entry, FigureHistory history) {
        lines.forEach((series, line) -> {
            line.value()
                    .setText(
                            switch (series) {
                                case RTT -> ConnectionFacts.rtt(entry.figures());
                                case SENT -> ConnectionFacts.rate(entry.pace().sent());
                                case RECEIVED ->
                                    ConnectionFacts.rate(entry.pace().received());
                            });
            float[] values = history.values(series);
            line.course().show(values);
            line.ends().setText(ends(series, values));
        });
    }

    /// The lines of text.
    String text() {
        return lines.values().stream()
                .map(line -> line.name().getText() + ": " + line.value().getText())
                .collect(Collectors.joining("\n"));
    }

    private static String ends(Series series, float[] values) {
        float least = Float.MAX_VALUE;
        float most = -1;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return most < 0
                ? Messages.text("trend.nothing")
                : Messages.text(
                        "trend.ends",
                        ClockText.age(FigureHistory.span(values)),
                        amount(series, least),
                        amount(series, most));
    }

    private static String amount(Series series, float value) {
        return series == Series.RTT ? Amounts.micros(Math.round(value)) : Amounts.rate(value);
    }
}
