package dev.porthole.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Notifications on the desktop, by the program `notify-send` where the machine has it (Linux). Elsewhere there are
/// none: Java's own way is AWT's tray, which GNOME does not show.
public final class DesktopNotice {
    private static final long PATIENCE_SECONDS = 5;

    private final Optional<Path> program;

    private DesktopNotice(Optional<Path> program) {
        this.program = program;
    }

    /// By the program that is found on this search path.
    static DesktopNotice on(String searchPath) {
        return new DesktopNotice(find(searchPath));
    }

    static Optional<Path> find(String searchPath) {
        return Arrays.stream(searchPath.split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "notify-send"))
                .filter(Path::isAbsolute)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public boolean isPossible() {
        return program.isPresent();
    }

    /// Shows it, and returns at once.
    ///
    /// @param text without markup
    public void show(String title, String text, boolean critical) {
        program.ifPresent(found ->
                Thread.ofVirtual().name("desktop-notice").start(() -> run(found, title, escaped(text), critical)));
    }

    static void run(Path program, String title, String text, boolean critical) {
        String urgency = "--urgency=" + (critical ? "critical" : "normal");
        try {
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--app-name=Porthole",
                            urgency,
                            "--expire-time=15000",
                            "--",
                            title,
                            text)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // The window tells it, too.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The body of a notification may hold markup (Desktop Notifications Specification).
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
