package dev.porthole.ui.sockets;

import atlantafx.base.theme.Styles;
import dev.porthole.sockets.query.InvalidQuery;
import dev.porthole.ui.kit.Visible;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The search: the field, the line below that points at a wrong word, and the help.
final class SearchBox {
    /// Who is still typing `port:` need not be told that a number is missing, with a line that moves the table.
    private static final Duration HESITATION = Duration.millis(500);

    private final TextField field;
    private final Label line;
    private final PauseTransition hesitation = new PauseTransition(HESITATION);
    private @Nullable InvalidQuery wrong;
    private @Nullable QueryHelp page;

    SearchBox(TextField field, Button help, Label line, SocketsViewModel model) {
        this.field = field;
        this.line = line;
        field.textProperty().bindBidirectional(model.searchProperty());
        help.setOnAction(_ -> page().toggle(help));
        hesitation.setOnFinished(_ -> showLine());
        model.wrongProperty().subscribe(this::show);
        field.widthProperty().addListener(_ -> point());
        field.skinProperty().addListener(_ -> point());
        setShown(false);
    }

    /// Made when it is first asked for: the start of the window does not wait for it.
    private QueryHelp page() {
        QueryHelp made = page == null ? new QueryHelp(this::add) : page;
        page = made;
        return made;
    }

    /// Puts another word behind those typed.
    private void add(String word) {
        String typed = field.getText().strip();
        field.setText(typed.isEmpty() ? word : typed + " " + word);
        field.requestFocus();
        field.end();
    }

    private void show(@Nullable InvalidQuery now) {
        wrong = now;
        field.pseudoClassStateChanged(Styles.STATE_DANGER, now != null);
        field.setAccessibleHelp(now == null ? null : now.sentence());
        if (now == null) {
            hesitation.stop();
            setShown(false);
        } else if (line.isVisible()) {
            showLine();
        } else {
            hesitation.playFromStart();
        }
    }

    private void showLine() {
        if (wrong != null) {
            line.setText(wrong.sentence());
            setShown(true);
            point();
        }
    }

    private void setShown(boolean shown) {
        Visible.set(line, shown);
    }

    /// Moves the line's arrow below the wrong word, as far as the sentence then still fits.
    private void point() {
        if (wrong != null && field.getSkin() instanceof TextFieldSkin skin) {
            int at = Math.min(wrong.start(), field.getLength());
            double word = skin.getCharacterBounds(at).getMinX();
            line.setPadding(Insets.EMPTY);
            double row = field.getParent().getLayoutBounds().getWidth();
            double room = Math.max(0, row - line.prefWidth(-1));
            line.setPadding(new Insets(0, 0, 0, Math.clamp(word, 0, room)));
        }
    }
}
