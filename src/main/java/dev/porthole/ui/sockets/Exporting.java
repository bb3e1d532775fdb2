package dev.porthole.ui.sockets;

import dev.porthole.engine.Daemon;
import dev.porthole.engine.SocketExport;
import dev.porthole.engine.SocketExport.Format;
import dev.porthole.net.SafeText;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.NoticeBar;
import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import javafx.concurrent.Task;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Writes what the table shows into a file that the user chooses.
final class Exporting {
    private final NoticeBar notice;
    private final ExecutorService background = Daemon.single("porthole-export");
    private @Nullable File folder = new File(System.getProperty("user.home", "."));

    Exporting(NoticeBar notice) {
        this.notice = notice;
    }

    void close() {
        background.shutdown();
    }

    /// Asks where to, and writes the table as it was when it was asked for.
    void export(Arrangement shown, Format format, @Nullable Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("export.title"));
        chooser.setInitialFileName(SocketExport.fileName(shown.snapshot().time(), ZoneId.systemDefault(), format));
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(format.name(), "*." + format.name().toLowerCase(Locale.ROOT)));
        chooser.setInitialDirectory(folder != null && folder.isDirectory() ? folder : null);
        File file = chooser.showSaveDialog(window);
        if (file != null) {
            folder = file.getParentFile();
            write(shown, format, file.toPath());
        }
    }

    void write(Arrangement shown, Format format, Path file) {
        Task<Void> writing = new Task<>() {
            @Override
            protected @Nullable Void call() throws Exception {
                SocketExport.write(shown.snapshot(), shown.rows(), format, file);
                return null;
            }
        };
        String name = SafeText.readable(file.toString());
        writing.setOnSucceeded(_ -> notice.tell(Messages.text("export.done", shown.open(), name)));
        writing.setOnFailed(_ -> notice.warn(Messages.text("export.failed", name, reason(writing.getException()))));
        background.execute(writing);
    }

    private static String reason(Throwable failure) {
        return SafeText.readable(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }
}
