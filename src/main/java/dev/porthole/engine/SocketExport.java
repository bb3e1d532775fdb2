package dev.porthole.engine;

import dev.porthole.report.SocketCsv;
import dev.porthole.report.SocketJson;
import dev.porthole.sockets.Snapshot;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        try {
            // A link stays one: what it points to is written.
            replace(snapshot, rows, format, Files.exists(file) ? file.toRealPath() : file.toAbsolutePath());
        } catch (IOException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static void replace(Snapshot snapshot, int[] rows, Format format, Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        Path fresh = Files.createTempFile(folder, ".porthole-export", ".new");
        try {
            try (Writer out = Files.newBufferedWriter(fresh)) {
                switch (format) {
                    case CSV -> SocketCsv.write(snapshot, rows, out);
                    case JSON -> SocketJson.write(snapshot, rows, out);
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// The file system's own message is often nothing but the path.
    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "no permission to write in this folder";
            case NoSuchFileException _ -> "the folder does not exist";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
