package dev.porthole.engine;

import dev.porthole.counts.CountHistory;
import dev.porthole.engine.SocketExport.Format;
import dev.porthole.report.HistoryExport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes the history of counts into a file, whole or not at all.
public final class CountExport {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    private CountExport() {}

    /// A name that says what is inside and as of when: `porthole-counts-2026-11-21-140231.csv`.
    public static String fileName(Instant read, ZoneId zone, Format format) {
        return "porthole-counts-" + STAMP.format(read.atZone(zone)) + "." + format.extension();
    }

    /// Writes all 30-second steps that are remembered.
    ///
    /// @throws IOException whose message is the reason; the file is as it was before
    public static void write(CountHistory history, Format format, Path file) throws IOException {
        WholeFile.write(file, out -> {
            switch (format) {
                case CSV -> HistoryExport.csv(history, out);
                case JSON -> HistoryExport.json(history, out);
            }
        });
    }
}
