package dev.porthole.ui.kit;

import dev.porthole.engine.Daemon;
import dev.porthole.net.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import javafx.concurrent.Task;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Writes into a file that a person chooses, in the background, and says how it went.
public final class FileExport {
    private final SaveDialog dialog;
    private final NoticeBar notice;
    private final ExecutorService background = Daemon.single("porthole-export");

    public FileExport(SaveDialog dialog, NoticeBar notice) {
        this.dialog = dialog;
        this.notice = notice;
    }

    /// Writes what is exported.
    @FunctionalInterface
    public interface Content {
        /// Writes it in the background.
        ///
        /// @throws IOException whose message is the reason
        void write(Path file) throws IOException;
    }

    /// What is exported, and the words for it.
    ///
    /// @param title of the question for the file
    /// @param name proposed for it
    /// @param extension of the name, without the dot
    /// @param done the news when it is written, made of the file's name
    /// @param failed the trouble, made of the file's name and the reason
    public record Order(
            String title,
            String name,
            String extension,
            Content content,
            UnaryOperator<String> done,
            BinaryOperator<String> failed) {}

    /// Asks where to, and writes. Without an answer nothing happens.
    public void export(Order order, @Nullable Window window) {
        dialog.ask(order.title(), order.name(), order.extension(), window).ifPresent(file -> write(order, file));
    }

    private void write(Order order, Path file) {
        Task<Void> writing = new Task<>() {
            @Override
            protected @Nullable Void call() throws IOException {
                order.content().write(file);
                return null;
            }
        };
        String name = SafeText.readable(file.toString());
        writing.setOnSucceeded(_ -> notice.tell(order.done().apply(name)));
        writing.setOnFailed(_ -> notice.warn(order.failed().apply(name, reason(writing.getException()))));
        background.execute(writing);
    }

    private static String reason(Throwable failure) {
        return SafeText.readable(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }

    /// What is being written is finished, unless the program ends before.
    public void close() {
        background.shutdown();
    }
}
