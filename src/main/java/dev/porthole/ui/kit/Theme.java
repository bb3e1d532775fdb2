package dev.porthole.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// Light, dark, or as the system has it, also while it changes.
public final class Theme {
    /// What the user chose.
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK;

        public Choice next() {
            return values()[(ordinal() + 1) % values().length];
        }

        /// `system`, `light` or `dark`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Choice> parse(String word) {
            for (Choice choice : values()) {
                if (choice.word().equals(word)) {
                    return Optional.of(choice);
                }
            }
            return Optional.empty();
        }
    }

    private final ObjectProperty<Choice> choice;

    public Theme(Choice initial) {
        choice = new SimpleObjectProperty<>(initial);
        choice.addListener((property, before, now) -> apply());
        Platform.getPreferences().colorSchemeProperty().addListener((property, before, now) -> apply());
        apply();
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /// Gives a window our own rules on top of the theme.
    public static void dress(Scene scene) {
        scene.getStylesheets()
                .add(Objects.requireNonNull(Theme.class.getResource("/dev/porthole/ui/porthole.css"))
                        .toExternalForm());
    }

    private void apply() {
        boolean dark =
                switch (choice.get()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
