package dev.porthole.ui.counts;

import dev.porthole.counts.CountScope;
import dev.porthole.counts.Tally;
import dev.porthole.net.SocketState;
import dev.porthole.ui.kit.Messages;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// The states of TCP as a drawing, each with the number of sockets that are in it now, of both families.
public final class StateDiagram extends Pane {
    private static final double NODE_WIDTH = 128;
    private static final double ARROW = 6;
    private static final double MARGIN = 6;
    private static final double FONT = 11;

    private final Canvas canvas = new Canvas();
    private final Text ink = new Text();
    private final Text paper = new Text();
    private final Label end = new Label(Messages.text("counts.flow.gone"));
    private final Map<SocketState, VBox> boxes = new EnumMap<>(SocketState.class);
    private final Map<SocketState, MatrixCell> cells = new EnumMap<>(SocketState.class);
    private Consumer<CountScope> opener = _ -> {};
    private Consumer<CountScope> selector = _ -> {};

    /// Without numbers until a frame is shown.
    public StateDiagram() {
        getStyleClass().add("state-diagram");
        ink.getStyleClass().add("diagram-ink");
        paper.getStyleClass().add("diagram-paper");
        end.getStyleClass().add("text-muted");
        ink.fillProperty().addListener((_, _, _) -> requestLayout());
        getChildren().addAll(canvas, ink, paper, end);
        StateFlow.PLACES.forEach(place -> getChildren().add(box(place.state())));
    }

    private VBox box(SocketState state) {
        CountScope scope = CountScope.tcp(Set.of(state));
        MatrixCell cell = new MatrixCell(scope, state.name());
        cell.setId("node-" + state.name());
        cell.setFocusTraversable(true);
        cell.focusedProperty().subscribe(now -> {
            if (now) {
                selector.accept(scope);
            }
        });
        cell.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                opener.accept(scope);
            }
        });
        cell.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                opener.accept(scope);
                event.consume();
            }
        });
        Label name = new Label(state.name());
        name.getStyleClass().add("diagram-name");
        VBox box = new VBox(name, cell);
        box.getStyleClass().add("diagram-node");
        box.setPrefWidth(NODE_WIDTH);
        boxes.put(state, box);
        cells.put(state, cell);
        return box;
    }

    /// @param open the sockets of a state are to be shown
    /// @param select the keyboard is on this state
    void connect(Consumer<CountScope> open, Consumer<CountScope> select) {
        opener = open;
        selector = select;
    }

    void show(CountFrame frame) {
        Tally tally = frame.latest();
        cells.values()
                .forEach(cell -> cell.show(
                        tally,
                        Matrix.course(cell.scope(), frame.recent()),
                        Matrix.severity(
                                Matrix.row(cell.scope().states().iterator().next())
                                        .getLast(),
                                tally,
                                frame.alerts())));
    }

    @Override
    protected double computePrefHeight(double width) {
        return 420;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        for (StateFlow.Place place : StateFlow.PLACES) {
            place(box(place), place.x(), place.row());
        }
        place(end, StateFlow.END_X, StateFlow.LAST_ROW);
        draw();
    }

    private VBox box(StateFlow.Place place) {
        return Objects.requireNonNull(boxes.get(place.state()));
    }

    private void place(Node node, double x, double row) {
        node.autosize();
        double width = node.getLayoutBounds().getWidth();
        double height = node.getLayoutBounds().getHeight();
        double left = Math.clamp(x * getWidth() - width / 2, MARGIN, Math.max(MARGIN, getWidth() - width - MARGIN));
        double top = MARGIN + row / StateFlow.LAST_ROW * Math.max(0, getHeight() - height - 2 * MARGIN);
        node.relocate(Math.rint(left), Math.rint(top));
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setLineWidth(1.2);
        pen.setFont(Font.font(FONT));
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        for (StateFlow.Step step : StateFlow.STEPS) {
            arrow(pen, bounds(step.from()), step.to() == null ? end.getBoundsInParent() : bounds(step.to()));
        }
        for (StateFlow.Step step : StateFlow.STEPS) {
            words(
                    pen,
                    bounds(step.from()),
                    step.to() == null ? end.getBoundsInParent() : bounds(step.to()),
                    Messages.text(step.key()));
        }
    }

    private Bounds bounds(SocketState state) {
        return Objects.requireNonNull(boxes.get(state)).getBoundsInParent();
    }

    private void arrow(GraphicsContext pen, Bounds from, Bounds to) {
        Point2D start = edge(from, middle(to));
        Point2D tip = edge(to, middle(from));
        pen.setStroke(ink.getFill());
        pen.setFill(ink.getFill());
        pen.strokeLine(start.getX(), start.getY(), tip.getX(), tip.getY());
        Point2D back = start.subtract(tip).normalize().multiply(ARROW);
        Point2D side = new Point2D(-back.getY(), back.getX()).multiply(0.5);
        Point2D one = tip.add(back).add(side);
        Point2D other = tip.add(back).subtract(side);
        pen.fillPolygon(
                new double[] {tip.getX(), one.getX(), other.getX()},
                new double[] {tip.getY(), one.getY(), other.getY()},
                3);
    }

    private void words(GraphicsContext pen, Bounds from, Bounds to, String text) {
        Point2D place = edge(from, middle(to)).midpoint(edge(to, middle(from)));
        Text measure = new Text(text);
        measure.setFont(Font.font(FONT));
        double width = measure.getLayoutBounds().getWidth() + 6;
        pen.setFill(paper.getFill());
        pen.fillRect(place.getX() - width / 2, place.getY() - FONT / 2 - 2, width, FONT + 4);
        pen.setFill(ink.getFill());
        pen.fillText(text, place.getX(), place.getY());
    }

    private static Point2D middle(Bounds box) {
        return new Point2D(box.getCenterX(), box.getCenterY());
    }

    /// Where the way from the middle of a box to a point leaves it.
    private static Point2D edge(Bounds box, Point2D towards) {
        Point2D middle = middle(box);
        Point2D way = towards.subtract(middle);
        double across = way.getX() == 0 ? Double.MAX_VALUE : box.getWidth() / 2 / Math.abs(way.getX());
        double along = way.getY() == 0 ? Double.MAX_VALUE : box.getHeight() / 2 / Math.abs(way.getY());
        return middle.add(way.multiply(Math.min(1, Math.min(across, along))));
    }
}
