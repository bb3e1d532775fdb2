package dev.porthole.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// What a name means, in a tooltip that is wide enough to read and stays long enough.
public final class Hint {
    private static final double WIDTH = 340;

    private Hint() {}

    public static void on(Label name, String meaning) {
        Tooltip tooltip = new Tooltip(meaning);
        tooltip.setWrapText(true);
        tooltip.setPrefWidth(WIDTH);
        tooltip.setShowDuration(Duration.INDEFINITE);
        name.setTooltip(tooltip);
        name.setAccessibleHelp(meaning);
        name.getStyleClass().add("explained");
    }
}
