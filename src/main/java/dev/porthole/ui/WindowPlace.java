package dev.porthole.ui;

import dev.porthole.profile.Settings;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Where the window stands and how large it is.
///
/// @param width of the scene, as `height`
/// @param left of the window on the desktop; null: where the system puts it
record WindowPlace(
        double width,
        double height,
        @Nullable Double left,
        @Nullable Double top,
        boolean maximized) {
    static final WindowPlace DEFAULT = new WindowPlace(1280, 800, null, null, false);

    static WindowPlace sized(double width, double height) {
        return new WindowPlace(width, height, null, null, false);
    }

    static WindowPlace from(Settings settings) {
        Optional<Double> left = settings.number("window.left", -100_000, 100_000);
        Optional<Double> top = settings.number("window.top", -100_000, 100_000);
        return new WindowPlace(
                settings.number("window.width", 400, 20_000).orElse(DEFAULT.width),
                settings.number("window.height", 300, 20_000).orElse(DEFAULT.height),
                left.orElse(null),
                top.orElse(null),
                settings.get("window.maximized").filter("true"::equals).isPresent());
    }

    static WindowPlace of(Stage stage) {
        return new WindowPlace(
                stage.getScene().getWidth(),
                stage.getScene().getHeight(),
                stage.getX(),
                stage.getY(),
                stage.isMaximized());
    }

    /// A maximized window keeps the size that it had before.
    Settings into(Settings settings) {
        Settings changed = settings.with("window.maximized", Boolean.toString(maximized));
        if (maximized) {
            return changed;
        }
        changed = changed.with("window.width", Long.toString(Math.round(width)))
                .with("window.height", Long.toString(Math.round(height)));
        return left == null || top == null
                ? changed
                : changed.with("window.left", Long.toString(Math.round(left)))
                        .with("window.top", Long.toString(Math.round(top)));
    }

    /// A window that would open outside every screen, as after unplugging one, opens where the system puts it.
    void apply(Stage stage) {
        stage.setMinWidth(820);
        stage.setMinHeight(520);
        if (left != null
                && top != null
                && !Screen.getScreensForRectangle(new Rectangle2D(left + 40, top + 10, 40, 20))
                        .isEmpty()) {
            stage.setX(left);
            stage.setY(top);
        }
        stage.setMaximized(maximized);
    }
}
