package dev.porthole.engine;

import dev.porthole.report.SocketCsv;
import dev.porthole.report.SocketJson;
import dev.porthole.sockets.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes sockets into a file, whole or not at all.
public final class SocketExport {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    private SocketExport() {}

    public enum Format {
        CSV,
        JSON;

        /// `csv`, `json`.
        public String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A name that says what is inside and as of when: `porthole-sockets-2026-11-21-140231.csv`.
    public static String fileName(Instant read, ZoneId zone, Format format) {
        return "porthole-sockets-" + STAMP.format(read.atZone(zone)) + "." + format.extension();
    }

    /// Writes the rows of the snapshot in the order given. Nobody but this user can read a new file.
    ///
    /// @throws IOException whose message is the reason; the file is as it was before
    public static void write(Snapshot snapshot, int[] rows, Format format, Path file) throws IOException {
        WholeFile.write(file, out -> {
            switch (format) {
                case CSV -> SocketCsv.write(snapshot, rows, out);
                case JSON -> SocketJson.write(snapshot, rows, out);
            }
        });
    }
}
