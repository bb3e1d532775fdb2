package dev.porthole.ui.counts;

import dev.porthole.counts.CountHistory;
import dev.porthole.engine.CountExport;
import dev.porthole.engine.SocketExport.Format;
import dev.porthole.net.SafeText;
import dev.porthole.ui.kit.Messages;
import dev.porthole.ui.kit.NoticeBar;
import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.concurrent.Task;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Writes the history into a file that the user chooses.
final class HistoryExporting {
    private final NoticeBar notice;
    private final Executor background;
    private @Nullable File folder = new File(System.getProperty("user.home", "."));

    HistoryExporting(NoticeBar notice, Executor background) {
        this.notice = notice;
        this.background = background;
    }

    /// Asks where to, and writes what is remembered.
    void export(CountFrame frame, Format format, @Nullable Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("counts.export.title"));
        chooser.setInitialFileName(CountExport.fileName(frame.latest().time(), ZoneId.systemDefault(), format));
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(format.name(), "*." + format.name().toLowerCase(Locale.ROOT)));
        chooser.setInitialDirectory(folder != null && folder.isDirectory() ? folder : null);
        File file = chooser.showSaveDialog(window);
        if (file != null) {
            folder = file.getParentFile();
            write(frame.history(), format, file.toPath());
        }
    }

    void write(CountHistory history, Format format, Path file) {
        Task<Void> writing = new Task<>() {
            @Override
            protected @Nullable Void call() throws Exception {
                CountExport.write(history, format, file);
                return null;
            }
        };
        String name = SafeText.readable(file.toString());
        writing.setOnSucceeded(_ -> notice.tell(Messages.text("counts.export.done", name)));
        writing.setOnFailed(
                _ -> notice.warn(Messages.text("counts.export.failed", name, reason(writing.getException()))));
        background.execute(writing);
    }

    private static String reason(Throwable failure) {
        return SafeText.readable(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }
}
