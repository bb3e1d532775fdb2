package dev.porthole.ui;

import dev.porthole.ui.kit.Theme;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the window is started with.
///
/// @param screenshot where to write a picture of the window, which then ends; null: a window to work with
/// @param size null: as remembered
/// @param theme null: as remembered
/// @param view null: as remembered
/// @param timings whether to tell how long the start took
record Options(
        @Nullable Path screenshot,
        @Nullable WindowPlace size,
        Theme.@Nullable Choice theme,
        @Nullable Screen view,
        boolean timings) {

    /// The screens of the rail.
    enum Screen {
        SOCKETS,
        PROBE,
        COUNTS;

        /// `sockets`, `probe` or `counts`.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Screen> parse(String word) {
            for (Screen screen : values()) {
                if (screen.word().equals(word)) {
                    return Optional.of(screen);
                }
            }
            return Optional.empty();
        }
    }

    /// Reads `--timings --screenshot FILE.png --size WxH --theme dark|light|system --view sockets|probe|counts`, the
    /// value of an option behind a blank or a `=`.
    ///
    /// @throws IllegalArgumentException with one sentence that names the option and the remedy
    static Options parse(List<String> words) {
        Path screenshot = null;
        WindowPlace size = null;
        Theme.Choice theme = null;
        Screen view = null;
        boolean timings = false;
        List<String> apart = words.stream()
                .flatMap(word -> word.startsWith("--") ? Stream.of(word.split("=", 2)) : Stream.of(word))
                .toList();
        for (int i = 0; i < apart.size(); i += 2) {
            String option = apart.get(i);
            if (option.equals("--timings")) {
                timings = true;
                i--;
                continue;
            }
            String value = i + 1 < apart.size() ? apart.get(i + 1) : "";
            switch (option) {
                case "--screenshot" -> screenshot = file(value);
                case "--size" -> {
                    if (!value.matches("\\d{3,4}x\\d{3,4}")) {
                        throw new IllegalArgumentException(
                                "--size takes WIDTHxHEIGHT, like 1280x800, not \"" + value + "\".");
                    }
                    size = WindowPlace.sized(
                            Double.parseDouble(value.substring(0, value.indexOf('x'))),
                            Double.parseDouble(value.substring(value.indexOf('x') + 1)));
                }
                case "--theme" ->
                    theme = Theme.Choice.parse(value)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "--theme takes dark, light or system, not \"" + value + "\"."));
                case "--view" ->
                    view = Screen.parse(value)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "--view takes sockets, probe or counts, not \"" + value + "\"."));
                default ->
                    throw new IllegalArgumentException("The window has no option \"" + option
                            + "\": try --screenshot, --size, --theme or --view.");
            }
        }
        return new Options(screenshot, size, theme, view, timings);
    }

    /// How large the window is to be, if that was said or a picture is wanted, which does not depend on settings.
    Optional<WindowPlace> place() {
        return Optional.ofNullable(size)
                .or(() -> screenshot == null ? Optional.empty() : Optional.of(WindowPlace.DEFAULT));
    }

    private static Path file(String value) {
        try {
            if (!value.isBlank() && !value.startsWith("--")) {
                return Path.of(value);
            }
        } catch (InvalidPathException e) {
            // Told below, like a missing one.
        }
        throw new IllegalArgumentException("--screenshot takes a file name, like window.png.");
    }
}
