package dev.porthole.ui.counts;

import dev.porthole.counts.CountScope;
import dev.porthole.ui.counts.ChartPicture.Wish;
import dev.porthole.ui.kit.ClockText;
import dev.porthole.ui.kit.FxLane;
import dev.porthole.ui.kit.Lane;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The history as lines: choice of the time, lines, what the pointer is on, and a legend. The wheel zooms, a drag zooms
/// into what it marks, with Shift it moves; the arrows, +, - and End do the same.
public final class ChartPane extends VBox {
    private static final double NOTCH = 1.25;
    private static final double STRIDE = 0.2;
    private static final double SMALLEST_DRAG = 6;
    private static final int NEAR = 8;

    private final HistoryChart chart = new HistoryChart();
    private final ToggleGroup spans = new ToggleGroup();
    private final Button live = new Button(Messages.text("counts.chart.live"), new FontIcon("fth-play"));
    private final FlowPane legend = new FlowPane();
    private final Label hover = new Label();
    private @Nullable CountsViewModel model;
    private @Nullable Lane<Wish> wishes;
    private ChartRange range = ChartRange.live(ChartSpan.FIVE_MINUTES, 0);
    private ChartPicture picture = ChartPicture.EMPTY;
    private double pressed = -1;

    /// Empty until it is connected.
    public ChartPane() {
        getStyleClass().add("chart-pane");
        HBox tools = new HBox();
        tools.getStyleClass().add("chart-tools");
        for (ChartSpan span : ChartSpan.values()) {
            tools.getChildren().add(button(span));
        }
        live.setId("live");
        live.getStyleClass().add("small");
        live.setTooltip(new Tooltip(Messages.text("counts.chart.live.tip")));
        live.setOnAction(_ -> goLive());
        tools.getChildren().add(live);
        legend.getStyleClass().add("chart-legend");
        HBox.setHgrow(legend, Priority.ALWAYS);
        tools.getChildren().add(legend);
        hover.getStyleClass().add("chart-hover");
        Visible.set(hover, false);
        hover.setMouseTransparent(true);
        StackPane stage = new StackPane(chart, hover);
        stage.setMinHeight(100);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(tools, stage);
        chart.setFocusTraversable(true);
        chart.setAccessibleText(Messages.text("counts.chart.tip"));
        chart.setOnMouseMoved(this::moved);
        chart.setOnMouseExited(_ -> leave());
        chart.setOnMousePressed(event -> {
            chart.requestFocus();
            pressed = event.getX();
        });
        chart.setOnMouseDragged(this::dragged);
        chart.setOnMouseReleased(this::released);
        chart.setOnScroll(this::scrolled);
        chart.setOnKeyPressed(this::key);
        chart.widthProperty().subscribe(this::ask);
    }

    /// @param background reads the history
    void connect(CountsViewModel source, Executor background) {
        model = source;
        var answers = new Lane<ChartPicture>(FxLane.FX, this::show);
        wishes = new Lane<>(background, wish -> {
            if (source.stateProperty().get() instanceof CountsState.Showing(CountFrame frame)) {
                answers.publish(ChartPicture.of(wish, frame.history()));
            }
        });
        source.charted().subscribe(this::ask);
        source.selectedProperty().subscribe(_ -> ask());
        source.rules().subscribe(this::ask);
    }

    /// Goes on with the time.
    void refresh() {
        if (pressed < 0) {
            ask();
        }
    }

    private ToggleButton button(ChartSpan span) {
        ToggleButton button = new ToggleButton(Messages.text("counts.chart." + span.name()));
        button.setId("span-" + span.name());
        button.getStyleClass().add("small");
        button.getStyleClass()
                .add(span == ChartSpan.MINUTE ? "left-pill" : span == ChartSpan.WEEK ? "right-pill" : "center-pill");
        button.setToggleGroup(spans);
        button.setUserData(span);
        button.setSelected(span == ChartSpan.FIVE_MINUTES);
        button.setOnAction(_ -> {
            button.setSelected(true);
            goLive();
        });
        return button;
    }

    private void goLive() {
        ChartSpan span = spans.getSelectedToggle() == null
                ? ChartSpan.FIVE_MINUTES
                : (ChartSpan) spans.getSelectedToggle().getUserData();
        look(ChartRange.live(span, now()));
    }

    private void look(ChartRange next) {
        range = next;
        ask();
    }

    private double now() {
        return model != null && model.stateProperty().get() instanceof CountsState.Showing(CountFrame frame)
                ? frame.latest().time().getEpochSecond()
                : 0;
    }

    private void ask() {
        if (model != null && wishes != null && now() > 0 && chart.getWidth() > 0 && chart.getScene() != null) {
            range = range.at(now());
            wishes.publish(new Wish(range, model.lines(), model.rules(), chart.columns(), now()));
        }
    }

    private void show(ChartPicture next) {
        boolean others =
                !next.scopes().equals(picture.scopes()) || legend.getChildren().isEmpty();
        picture = next;
        live.setDisable(next.range().live());
        live.getStyleClass().remove("accent");
        if (!next.range().live()) {
            live.getStyleClass().add("accent");
        }
        chart.show(next);
        if (others) {
            legend.getChildren().clear();
            for (int i = 0; i < next.scopes().size(); i++) {
                legend.getChildren().add(entry(next.scopes().get(i), i));
            }
        }
    }

    private Node entry(CountScope scope, int number) {
        Line line = new Line(0, 0, 22, 0);
        line.getStyleClass().add("chart-stroke-" + (number + 1));
        line.setStrokeWidth(2);
        for (double dash : HistoryChart.dashes(number)) {
            line.getStrokeDashArray().add(dash);
        }
        Label name = new Label(AlertText.scope(scope), line);
        name.getStyleClass().add("field-note");
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    private void moved(MouseEvent event) {
        if (event.getX() < HistoryChart.LEFT) {
            leave();
            return;
        }
        chart.mark(new HistoryChart.Marks(event.getX(), -1, -1));
        double second = range.from() + chart.place(event.getX()) * range.length();
        List<String> lines = new ArrayList<>();
        lines.add(ClockText.dateTime(Instant.ofEpochSecond((long) second), ZoneId.systemDefault()));
        for (int i = 0; i < picture.lines().size(); i++) {
            lines.add(AlertText.scope(picture.scopes().get(i)) + ": "
                    + value(picture.lines().get(i), (int) (event.getX() - HistoryChart.LEFT)));
        }
        hover.setText(String.join("\n", lines));
        hover.setVisible(true);
        hover.autosize();
        boolean right = event.getX() + hover.getWidth() + 24 < chart.getWidth();
        hover.relocate(right ? event.getX() + 12 : event.getX() - hover.getWidth() - 12, 12);
    }

    private static String value(ChartLine line, int column) {
        int at = line.nearest(column, NEAR);
        if (at < 0) {
            return Messages.text("counts.chart.no-reading");
        }
        return line.low(at) == line.high(at)
                ? Messages.text("counts.number", line.last(at))
                : Messages.text("counts.chart.from-to", line.low(at), line.high(at));
    }

    private void leave() {
        hover.setVisible(false);
        chart.mark(new HistoryChart.Marks(-1, -1, -1));
    }

    private void dragged(MouseEvent event) {
        hover.setVisible(false);
        if (event.isShiftDown()) {
            look(range.moved((pressed - event.getX()) / chart.columns(), now()));
            pressed = event.getX();
        } else {
            chart.mark(new HistoryChart.Marks(-1, pressed, event.getX()));
        }
    }

    private void released(MouseEvent event) {
        double began = pressed;
        pressed = -1;
        chart.mark(new HistoryChart.Marks(-1, -1, -1));
        if (!event.isShiftDown() && Math.abs(event.getX() - began) >= SMALLEST_DRAG) {
            look(range.between(chart.place(began), chart.place(event.getX()), now()));
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? 1 / NOTCH : NOTCH;
            look(range.zoomed(factor, chart.place(event.getX()), now()));
        } else if (event.getDeltaX() != 0) {
            look(range.moved(-event.getDeltaX() / chart.columns(), now()));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> look(range.moved(-STRIDE, now()));
            case RIGHT -> look(range.moved(STRIDE, now()));
            case PLUS, ADD, EQUALS -> look(range.zoomed(1 / NOTCH, 0.5, now()));
            case MINUS, SUBTRACT -> look(range.zoomed(NOTCH, 0.5, now()));
            case END -> goLive();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
