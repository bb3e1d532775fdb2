package dev.porthole.ui.kit;

import java.util.Arrays;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// The last readings of a figure as a line above zero, the newest at the right. Where a reading is missing the line has
/// a gap.
public final class Sparkline extends Region {
    private static final double HEIGHT = 24;
    private static final double MARGIN = 2.5;
    private static final double LINE = 1.5;
    private static final double SHADE = 0.16;

    private final int capacity;
    private final Canvas canvas = new Canvas();
    /// Without letters: it takes the theme's colour for the canvas, which knows no CSS.
    private final Text ink = new Text();

    /// A point for about each pixel of a wide line.
    private static final int MOST_POINTS = 240;

    private static final int FEWEST_PLACES = 12;

    private float[] values = new float[0];
    private int readings;
    private float highest;

    /// An empty line.
    ///
    /// @param capacity so many readings fill the width
    public Sparkline(int capacity) {
        this.capacity = capacity;
        getStyleClass().add("sparkline");
        ink.getStyleClass().add("sparkline-ink");
        ink.fillProperty().addListener((_, _, _) -> draw());
        canvas.widthProperty().addListener((_, _, _) -> draw());
        canvas.heightProperty().addListener((_, _, _) -> draw());
        getChildren().addAll(canvas, ink);
    }

    /// Draws these readings.
    ///
    /// @param next from the oldest to the newest, not negative; NaN where one is missing
    public void show(float[] next) {
        readings = next.length;
        float[] shown = values;
        values = thinned(next, Math.max(1, capacity / MOST_POINTS));
        if (Arrays.equals(shown, values)) {
            return;
        }
        highest = 0;
        for (float value : values) {
            highest = Float.isNaN(value) ? highest : Math.max(highest, value);
        }
        draw();
    }

    /// How many readings it draws.
    public int readings() {
        return readings;
    }

    /// The highest of so many readings stands for them all: a peak is what a reader looks for.
    static float[] thinned(float[] from, int each) {
        float[] thin = new float[(from.length + each - 1) / each];
        for (int i = 0; i < thin.length; i++) {
            int end = from.length - (thin.length - 1 - i) * each;
            thin[i] = Float.NaN;
            for (int reading = Math.max(0, end - each); reading < end; reading++) {
                thin[i] = Float.isNaN(thin[i]) ? from[reading] : Math.max(thin[i], from[reading]);
            }
        }
        return thin;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 2 * HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 4 * HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        canvas.setHeight(getHeight());
        canvas.setWidth(getWidth());
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setFill(ink.getFill());
        pen.setStroke(ink.getFill());
        pen.setLineWidth(LINE);
        pen.setGlobalAlpha(SHADE);
        pen.fillRect(0, canvas.getHeight() - 1, canvas.getWidth(), 1);
        for (int from = 0; from < values.length; from++) {
            int to = from;
            while (to < values.length && !Float.isNaN(values[to])) {
                to++;
            }
            if (to > from) {
                stretch(pen, from, to);
                from = to;
            }
        }
        pen.setGlobalAlpha(1);
        if (values.length > 0 && !Float.isNaN(values[values.length - 1])) {
            int last = values.length - 1;
            pen.fillOval(x(last) - MARGIN, y(last) - MARGIN, 2 * MARGIN, 2 * MARGIN);
        }
    }

    /// A line through readings without a gap, and a shade below it.
    private void stretch(GraphicsContext pen, int from, int to) {
        pen.setGlobalAlpha(SHADE);
        pen.beginPath();
        pen.moveTo(x(from), canvas.getHeight());
        for (int i = from; i < to; i++) {
            pen.lineTo(x(i), y(i));
        }
        pen.lineTo(x(to - 1), canvas.getHeight());
        pen.fill();
        pen.setGlobalAlpha(1);
        pen.beginPath();
        pen.moveTo(x(from), y(from));
        for (int i = from; i < to; i++) {
            pen.lineTo(x(i), y(i));
        }
        pen.stroke();
    }

    /// The first readings are drawn wider: the line fills at least half of the width.
    private double x(int reading) {
        int places = capacity / Math.max(1, capacity / MOST_POINTS);
        while (places >= 2 * Math.max(FEWEST_PLACES, values.length)) {
            places /= 2;
        }
        double width = canvas.getWidth() - 2 * MARGIN;
        return MARGIN + width * (reading + places - values.length) / (places - 1);
    }

    private double y(int reading) {
        double height = canvas.getHeight() - 2 * MARGIN;
        return canvas.getHeight() - MARGIN - (highest == 0 ? 0 : height * values[reading] / highest);
    }
}
