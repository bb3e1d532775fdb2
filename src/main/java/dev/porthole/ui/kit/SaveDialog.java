package dev.porthole.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks a person where to save a file.
@FunctionalInterface
public interface SaveDialog {
    /// Waits for the answer; empty if the person thinks better of it.
    ///
    /// @param name proposed for the file
    /// @param extension of the file, without the dot
    /// @param window that waits; null for none
    Optional<Path> ask(String title, String name, String extension, @Nullable Window window);

    /// The system's own. Begins where a file was saved last, at first in the user's home.
    static SaveDialog ofTheSystem() {
        return new SaveDialog() {
            private File folder = new File(System.getProperty("user.home", "."));

            @Override
            public Optional<Path> ask(String title, String name, String extension, @Nullable Window window) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.setInitialFileName(name);
                chooser.getExtensionFilters()
                        .add(new ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
                // A folder that is gone would keep the dialog from opening.
                chooser.setInitialDirectory(folder.isDirectory() ? folder : null);
                File file = chooser.showSaveDialog(window);
                if (file == null) {
                    return Optional.empty();
                }
                folder = Optional.ofNullable(file.getParentFile()).orElse(folder);
                return Optional.of(file.toPath());
            }
        };
    }
}
