package dev.porthole.ui.counts;

import dev.porthole.counts.CountScope;
import dev.porthole.counts.Tally;
import dev.porthole.threshold.Severity;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.SeverityMark;
import dev.porthole.ui.kit.Sparkline;
import dev.porthole.ui.kit.Visible;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// A number of the matrix: how grave it is, its last minute, and itself.
final class MatrixCell extends HBox {
    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");
    private static final PseudoClass CHARTED = PseudoClass.getPseudoClass("charted");

    private final CountScope scope;
    private final String name;
    private final FontIcon icon = new FontIcon("fth-check-circle");
    private final Label word = new Label();
    private final Sparkline course = new Sparkline(CountFeed.RECENT);
    private final Label number = new Label();
    /// No machine has such sockets, as TCP without a state.
    private final boolean odd;

    private boolean possible = true;

    /// @param name of its sockets, for a reader of screens
    MatrixCell(CountScope scope, String name) {
        this.scope = scope;
        this.name = name;
        odd = scope.cells().isEmpty();
        getStyleClass().add("matrix-cell");
        setAccessibleRole(AccessibleRole.BUTTON);
        word.getStyleClass().add("matrix-word");
        number.getStyleClass().add("matrix-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        word.setMinWidth(Region.USE_PREF_SIZE);
        course.setMinWidth(0);
        HBox.setHgrow(course, Priority.ALWAYS);
        getChildren().addAll(icon, word, course, number);
        setOnMousePressed(_ -> requestFocus());
    }

    CountScope scope() {
        return scope;
    }

    boolean isPossible() {
        return possible;
    }

    void setCharted(boolean charted) {
        pseudoClassStateChanged(CHARTED, charted);
    }

    /// @param numbers for the line
    void show(Tally tally, float[] numbers, Severity severity) {
        int count = scope.in(tally.counts());
        possible = !odd || count > 0;
        String text = !possible
                ? Messages.text("counts.impossible")
                : Messages.text(tally.complete() ? "counts.number" : "counts.at-least", count);
        number.setText(text);
        pseudoClassStateChanged(NOTHING, count == 0);
        boolean grave = severity != Severity.OK;
        SeverityMark.colour(this, severity);
        SeverityMark.icon(icon, severity);
        word.setText(grave ? SeverityMark.shortWord(severity) : "");
        Visible.set(icon, grave);
        Visible.set(word, grave);
        course.setVisible(possible && hasAny(numbers));
        if (course.isVisible()) {
            course.show(numbers);
        }
        setAccessibleText(name + " " + text + (grave ? ", " + SeverityMark.word(severity) : ""));
    }

    private static boolean hasAny(float[] numbers) {
        for (float number : numbers) {
            if (number > 0) {
                return true;
            }
        }
        return false;
    }
}
