package dev.porthole.ui.sockets;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// A toggle with a name and a count.
final class Chip extends ToggleButton {
    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");
    private static final double TIP_WIDTH = 420;

    private final String name;
    private final Label count = new Label("0");

    /// @param id for tests and style sheets
    Chip(String id, String name, String tip) {
        this.name = name;
        setId("chip-" + id);
        getStyleClass().add("chip");
        count.getStyleClass().add("chip-count");
        HBox content = new HBox(new Label(name), count);
        content.getStyleClass().add("chip-content");
        setGraphic(content);
        Tooltip tooltip = new Tooltip(tip);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TIP_WIDTH);
        tooltip.setShowDelay(Duration.millis(600));
        tooltip.setShowDuration(Duration.seconds(30));
        setTooltip(tooltip);
    }

    void setCount(int now) {
        count.setText(Integer.toString(now));
        pseudoClassStateChanged(NOTHING, now == 0);
        setAccessibleText(name + " " + now);
    }

    void setShown(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
