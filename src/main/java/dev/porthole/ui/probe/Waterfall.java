package dev.porthole.ui.probe;

import dev.porthole.diagnosis.Pointer;
import dev.porthole.probe.HumanTime;
import dev.porthole.probe.Phase;
import dev.porthole.probe.Trace;
import dev.porthole.ui.kit.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The phases of a run one below the other, each with its time and a bar from its start to its end.
public final class Waterfall extends GridPane {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final double THINNEST = 2;

    private final List<String> lines = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final RowMarks marks = new RowMarks();

    public Waterfall() {
        getStyleClass().add("waterfall");
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        bar.setFillWidth(true);
        ColumnConstraints fixed = new ColumnConstraints();
        fixed.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints time = new ColumnConstraints();
        time.setMinWidth(USE_PREF_SIZE);
        time.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(fixed, time, bar);
    }

    void show(Trace trace) {
        getChildren().clear();
        lines.clear();
        names.clear();
        marks.clear();
        long total = Math.max(1, trace.elapsed().toNanos());
        int row = 0;
        for (Phase phase : trace.phases()) {
            marks.lay(this, row, new Pointer.ToPhase(names.size()));
            names.add(name(phase));
            add(row++, name(phase), phase.span().from(), phase.span().to(), total, phase.fault() != null);
            if (phase instanceof Phase.Expect expect && expect.firstByte() != null) {
                var first = expect.firstByte();
                add(row++, Messages.text("probe.phase.first-byte"), first.from(), first.to(), total, false);
            }
        }
    }

    /// Marks the phase that a finding points at, if it points at one.
    void point(Pointer pointer) {
        marks.point(pointer);
    }

    Optional<Node> pointed() {
        return marks.pointed();
    }

    /// What the phase of this number is called here.
    String name(int phase) {
        return phase < names.size() ? names.get(phase) : "";
    }

    /// The phases as lines of text.
    String text() {
        return String.join("\n", lines);
    }

    private void add(int row, String name, Duration from, Duration to, long total, boolean failed) {
        String length = HumanTime.of(to.minus(from));
        lines.add(name + ": " + length + (failed ? " (" + Messages.text("probe.phase.failed") + ")" : ""));
        Label title = new Label(name);
        title.getStyleClass().add("fact-name");
        Label time = new Label(failed ? length + " ✕" : length);
        Region filled = new Region();
        filled.setManaged(false);
        filled.getStyleClass().add("waterfall-bar");
        filled.pseudoClassStateChanged(FAILED, failed);
        Pane track = new Pane(filled);
        track.getStyleClass().add("waterfall-track");
        track.widthProperty().addListener((_, _, width) -> place(filled, width.doubleValue(), from, to, total));
        RowMarks.fill(this, row, title, time, track);
    }

    private static void place(Region bar, double width, Duration from, Duration to, long total) {
        double start = width * from.toNanos() / total;
        double length = Math.max(THINNEST, width * to.minus(from).toNanos() / total);
        bar.resizeRelocate(Math.min(start, width - THINNEST), 4, length, 8);
    }

    private static String name(Phase phase) {
        return Messages.text(
                switch (phase) {
                    case Phase.Delay _ -> "probe.phase.delay";
                    case Phase.Resolve _ -> "probe.phase.resolve";
                    case Phase.Connect _ -> "probe.phase.connect";
                    case Phase.Negotiation _ -> "probe.phase.starttls";
                    case Phase.Handshake _ -> "probe.phase.tls";
                    case Phase.Send _ -> "probe.phase.send";
                    case Phase.Expect _ -> "probe.phase.answer";
                    case Phase.Quit _ -> "probe.phase.quit";
                });
    }
}
