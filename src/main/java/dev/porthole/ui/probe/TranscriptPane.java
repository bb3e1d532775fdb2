package dev.porthole.ui.probe;

import dev.porthole.ui.kit.Clip;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.Visible;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What both sides said, as text or in hex; gone while nobody said anything.
public final class TranscriptPane extends VBox {
    private static final int ROWS = 7;
    private static final double LOWEST = 120;

    private final Label title = new Label();
    private final ToggleButton hex = new ToggleButton(Messages.text("probe.hex"));
    private final TextArea shown = new TextArea();
    private Transcript said = Transcript.NONE;

    public TranscriptPane() {
        title.getStyleClass().add("section");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        hex.setId("hex");
        hex.getStyleClass().add("small");
        hex.setMinWidth(USE_PREF_SIZE);
        hex.selectedProperty().addListener((_, _, _) -> show());
        shown.setId("transcript");
        shown.getStyleClass().add("received");
        shown.setEditable(false);
        shown.setWrapText(true);
        shown.setPrefRowCount(ROWS);
        shown.setMinHeight(LOWEST);
        HBox head = new HBox(title, hex, copy());
        head.getStyleClass().add("transcript-head");
        getStyleClass().add("transcript-pane");
        getChildren().addAll(head, shown);
    }

    private Button copy() {
        Button copy = new Button(null, new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("button-icon", "flat", "small");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText(Messages.text("probe.transcript.copy"));
        copy.setTooltip(new Tooltip(Messages.text("probe.transcript.copy")));
        copy.setOnAction(_ -> Clip.put(shown.getText()));
        return copy;
    }

    void show(Transcript transcript) {
        said = transcript;
        show();
    }

    String text() {
        return said.text();
    }

    private void show() {
        title.setText(Messages.text("probe.transcript", said.sent(), said.received()));
        shown.setText(hex.isSelected() ? said.hex() : said.text());
        Visible.set(this, !said.isEmpty());
    }
}
