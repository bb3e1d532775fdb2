package dev.porthole.ui.kit;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// One sentence about what was done. Good news goes by itself, trouble stays until it is closed or the next news comes.
public final class NoticeBar extends HBox {
    private static final Duration READING_TIME = Duration.seconds(12);
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final FontIcon icon = new FontIcon("fth-check");
    private final Label sentence = new Label();
    private final PauseTransition goes = new PauseTransition(READING_TIME);

    public NoticeBar() {
        getStyleClass().add("notice-bar");
        sentence.getStyleClass().add("notice-text");
        sentence.setWrapText(true);
        // Wrapped text keeps the height that its width asks for, however little room the window has.
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        Button close = new Button(null, new FontIcon("fth-x"));
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setAccessibleText(Messages.text("notice.close"));
        close.setOnAction(_ -> show(false));
        getChildren().addAll(icon, sentence, close);
        goes.setOnFinished(_ -> show(false));
        show(false);
    }

    public void tell(String news) {
        show(news, false);
        goes.playFromStart();
    }

    public void warn(String trouble) {
        show(trouble, true);
        goes.stop();
    }

    private void show(String text, boolean trouble) {
        pseudoClassStateChanged(TROUBLE, trouble);
        icon.setIconLiteral(trouble ? "fth-alert-triangle" : "fth-check");
        sentence.setText(text);
        show(true);
    }

    private void show(boolean shown) {
        Visible.set(this, shown);
    }
}
