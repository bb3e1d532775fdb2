package dev.porthole.ui.probe;

import dev.porthole.probe.Verdict;
import dev.porthole.threshold.Severity;
import dev.porthole.ui.kit.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The verdict as a word and a sentence, in the colour and with the sign of its severity.
public final class VerdictBanner extends HBox {
    private final FontIcon icon = new FontIcon("fth-check-circle");
    private final Label word = new Label();
    private final Label sentence = new Label();
    private final Button copy = new Button(null, new FontIcon("fth-copy"));

    public VerdictBanner() {
        getStyleClass().add("verdict");
        word.setId("bannerWord");
        word.getStyleClass().add("verdict-word");
        sentence.setId("bannerText");
        sentence.getStyleClass().add("verdict-text");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        copy.getStyleClass().addAll("button-icon", "flat");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText(Messages.text("probe.copy.tip"));
        copy.setTooltip(new Tooltip(Messages.text("probe.copy.tip")));
        VBox words = new VBox(word, sentence);
        setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words, copy);
    }

    void onCopy(Runnable action) {
        copy.setOnAction(_ -> action.run());
    }

    void show(Verdict verdict) {
        for (Severity each : Severity.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(Look.of(each).word()), each == verdict.severity());
        }
        icon.setIconLiteral(Look.of(verdict.severity()).icon());
        word.setText(verdict.severity().name());
        sentence.setText(verdict.headline() + ".");
    }

    String text() {
        return word.getText() + ": " + sentence.getText();
    }
}
