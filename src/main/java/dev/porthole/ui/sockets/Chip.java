package dev.porthole.ui.sockets;

import dev.porthole.threshold.Severity;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.SeverityMark;
import dev.porthole.ui.kit.Visible;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// A toggle with a name and a count.
final class Chip extends ToggleButton {
    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");
    private static final double TIP_WIDTH = 420;

    private final String name;
    private final Label count = new Label("0");
    private final FontIcon icon = new FontIcon("fth-alert-triangle");
    private final Tooltip tooltip = new Tooltip();
    private final String tip;
    private Severity severity = Severity.OK;
    private int counted;

    /// @param id for tests and style sheets
    Chip(String id, String name, String tip) {
        this.name = name;
        setId("chip-" + id);
        getStyleClass().add("chip");
        count.getStyleClass().add("chip-count");
        HBox content = new HBox(icon, new Label(name), count);
        content.getStyleClass().add("chip-content");
        setGraphic(content);
        this.tip = tip;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TIP_WIDTH);
        tooltip.setShowDelay(Duration.millis(600));
        tooltip.setShowDuration(Duration.seconds(30));
        setTooltip(tooltip);
        mark(Severity.OK);
    }

    /// What the rules of the Counts screen say about it.
    void mark(Severity now) {
        severity = now;
        boolean grave = now != Severity.OK;
        SeverityMark.colour(this, now);
        SeverityMark.icon(icon, now);
        Visible.set(icon, grave);
        tooltip.setText(grave ? Messages.text("sockets.chip.alert", SeverityMark.word(now)) + "\n\n" + tip : tip);
        speak();
    }

    void setCount(int now) {
        count.setText(Integer.toString(now));
        pseudoClassStateChanged(NOTHING, now == 0);
        counted = now;
        speak();
    }

    private void speak() {
        setAccessibleText(name + " " + counted + (severity == Severity.OK ? "" : ", " + SeverityMark.word(severity)));
    }

    void setShown(boolean shown) {
        Visible.set(this, shown);
    }
}
