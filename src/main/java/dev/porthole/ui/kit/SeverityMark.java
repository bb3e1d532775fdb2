package dev.porthole.ui.kit;

import dev.porthole.threshold.Severity;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.kordamp.ikonli.javafx.FontIcon;

/// How a severity is shown: a colour, and never that alone.
public final class SeverityMark {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass CRITICAL = PseudoClass.getPseudoClass("critical");

    private SeverityMark() {}

    /// Gives a node the pseudo class of the severity, for the style sheet.
    public static void colour(Node node, Severity severity) {
        node.pseudoClassStateChanged(WARNING, severity == Severity.WARNING);
        node.pseudoClassStateChanged(CRITICAL, severity == Severity.CRITICAL);
    }

    public static void icon(FontIcon icon, Severity severity) {
        icon.setIconLiteral(
                switch (severity) {
                    case OK -> "fth-check-circle";
                    case WARNING -> "fth-alert-triangle";
                    case CRITICAL -> "fth-x-octagon";
                    case UNKNOWN -> "fth-help-circle";
                });
    }

    /// `warning`, `critical`.
    public static String word(Severity severity) {
        return Messages.text("severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    /// The same where there is little room: `warn`, `crit`.
    public static String shortWord(Severity severity) {
        return Messages.text("severity." + severity.name().toLowerCase(Locale.ROOT) + ".short");
    }
}
