package dev.porthole.ui.counts;

import dev.porthole.threshold.Severity;
import dev.porthole.ui.counts.ChartPicture.Band;
import dev.porthole.ui.kit.SeverityMark;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws a [ChartPicture]: grid, bands, lines.
final class HistoryChart extends Region {
    static final double LEFT = 52;
    static final double RIGHT = 12;
    private static final double TOP = 8;
    private static final double BOTTOM = 20;
    private static final double BAND = 0.16;
    private static final int TICK_HEIGHT = 34;
    private static final int TICK_WIDTH = 90;
    private static final double[][] DASHES = {{}, {7, 3}, {2, 3}, {10, 3, 2, 3}, {4, 2}, {1, 2}};

    private final Canvas canvas = new Canvas();
    private final Text grid = ink("chart-grid");
    private final Text words = ink("chart-words");
    private final Text warning = ink("chart-warning");
    private final Text critical = ink("chart-critical");
    private final List<Text> lines = new ArrayList<>();
    private ChartPicture picture = ChartPicture.EMPTY;
    private Marks marks = new Marks(-1, -1, -1);

    /// What the pointer marks, in pixels from the left edge of the chart; negative: nothing.
    ///
    /// @param hover where values are read
    /// @param from where a selection began
    /// @param to where it ends
    record Marks(double hover, double from, double to) {}

    HistoryChart() {
        getStyleClass().add("history-chart");
        getChildren().add(canvas);
        for (int i = 0; i < CountsViewModel.MOST_CHARTED; i++) {
            lines.add(ink("chart-line-" + (i + 1)));
        }
        getChildren().addAll(grid, words, warning, critical);
        getChildren().addAll(lines);
        for (Text ink : List.of(grid, words, warning, critical, lines.getFirst())) {
            ink.fillProperty().addListener((_, _, _) -> draw());
        }
        setMinHeight(80);
    }

    /// Without letters: it takes the theme's colour for the canvas, which knows no CSS.
    private static Text ink(String style) {
        Text ink = new Text();
        ink.getStyleClass().add(style);
        return ink;
    }

    void show(ChartPicture next) {
        picture = next;
        draw();
    }

    void mark(Marks next) {
        marks = next;
        draw();
    }

    /// Columns of pixels between the edges.
    int columns() {
        return (int) Math.max(1, getWidth() - LEFT - RIGHT);
    }

    /// Between 0, the left edge, and 1.
    double place(double x) {
        return Math.clamp((x - LEFT) / columns(), 0, 1);
    }

    Paint lineColour(int line) {
        return lines.get(line % lines.size()).getFill();
    }

    static double[] dashes(int line) {
        return DASHES[line % DASHES.length].clone();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() < LEFT + RIGHT + 10 || canvas.getHeight() < TOP + BOTTOM + 10) {
            return;
        }
        double height = canvas.getHeight() - TOP - BOTTOM;
        long step = ChartTicks.step(picture.highest(), (int) Math.max(2, height / TICK_HEIGHT));
        double top = Math.ceil(picture.highest() / step) * step;
        pen.setFont(Font.font(11));
        bands(pen, top);
        grid(pen, step, top);
        for (int i = 0; i < picture.lines().size(); i++) {
            line(pen, picture.lines().get(i), i, top);
        }
        marks(pen);
    }

    private double y(double value, double top) {
        double height = canvas.getHeight() - TOP - BOTTOM;
        return TOP + height * (1 - Math.clamp(value / top, 0, 1));
    }

    private void bands(GraphicsContext pen, double top) {
        for (Band band : picture.bands()) {
            double high = y(Math.min(top, band.high()), top);
            double low = y(Math.max(0, band.low()), top);
            if (band.low() >= top || low - high < 1) {
                continue;
            }
            Paint colour = (band.severity() == Severity.CRITICAL ? critical : warning).getFill();
            pen.setFill(colour);
            pen.setGlobalAlpha(BAND);
            pen.fillRect(LEFT, high, columns(), low - high);
            pen.setGlobalAlpha(1);
            pen.setTextAlign(TextAlignment.LEFT);
            pen.setTextBaseline(VPos.BOTTOM);
            if (low - high > 12) {
                pen.fillText(SeverityMark.word(band.severity()), LEFT + 6, low - 2);
            }
        }
    }

    private void grid(GraphicsContext pen, long step, double top) {
        pen.setLineWidth(1);
        pen.setLineDashes();
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        for (long value = 0; value <= top; value += step) {
            double y = Math.rint(y((double) value, top)) + 0.5;
            pen.setStroke(grid.getFill());
            pen.strokeLine(LEFT, y, LEFT + columns(), y);
            pen.setFill(words.getFill());
            pen.fillText(Long.toString(value), LEFT - 6, y);
        }
        ZoneId zone = ZoneId.systemDefault();
        List<Long> times = ChartTicks.times(picture.range(), Math.max(2, columns() / TICK_WIDTH), zone);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.BOTTOM);
        for (long time : times) {
            double x = Math.rint(LEFT
                            + (time - picture.range().from()) / picture.range().length() * columns())
                    + 0.5;
            pen.strokeLine(x, TOP, x, canvas.getHeight() - BOTTOM);
            if (x > LEFT + 20 && x < LEFT + columns() - 20) {
                pen.fillText(ChartTicks.label(time, times, zone), x, canvas.getHeight() - 3);
            }
        }
    }

    private void line(GraphicsContext pen, ChartLine line, int number, double top) {
        pen.setStroke(lineColour(number));
        pen.setFill(lineColour(number));
        pen.setLineWidth(1.6);
        pen.setLineDashes(dashes(number));
        pen.beginPath();
        for (int at = 0; at < line.size(); at++) {
            double x = LEFT + line.column(at);
            if (line.begins(at)) {
                pen.moveTo(x, y(line.low(at), top));
                if (at + 1 == line.size() || line.begins(at + 1)) {
                    pen.fillOval(x - 2, y(line.last(at), top) - 2, 4, 4);
                }
            } else {
                pen.lineTo(x, y(line.low(at), top));
            }
            if (line.high(at) != line.low(at)) {
                pen.lineTo(x, y(line.high(at), top));
            }
            pen.lineTo(x, y(line.last(at), top));
        }
        pen.stroke();
        pen.setLineDashes();
    }

    private void marks(GraphicsContext pen) {
        pen.setStroke(words.getFill());
        pen.setLineWidth(1);
        if (marks.hover() >= LEFT && marks.hover() <= LEFT + columns()) {
            double x = Math.rint(marks.hover()) + 0.5;
            pen.strokeLine(x, TOP, x, canvas.getHeight() - BOTTOM);
        }
        if (marks.from() >= 0) {
            pen.setFill(lineColour(0));
            pen.setGlobalAlpha(BAND);
            double left = Math.clamp(Math.min(marks.from(), marks.to()), LEFT, LEFT + columns());
            double right = Math.clamp(Math.max(marks.from(), marks.to()), LEFT, LEFT + columns());
            pen.fillRect(left, TOP, right - left, canvas.getHeight() - TOP - BOTTOM);
            pen.setGlobalAlpha(1);
        }
    }
}
