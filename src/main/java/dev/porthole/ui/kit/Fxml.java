package dev.porthole.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;

/// Loads the FXML that lies beside a view's class under the view's name, with the view as its controller.
public final class Fxml {
    private Fxml() {}

    /// The root node, as the caller expects it.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public static <N> N load(Object view) {
        String file = view.getClass().getSimpleName() + ".fxml";
        FXMLLoader loader =
                new FXMLLoader(Objects.requireNonNull(view.getClass().getResource(file), file), Messages.BUNDLE);
        loader.setController(view);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be loaded", e);
        }
    }
}
