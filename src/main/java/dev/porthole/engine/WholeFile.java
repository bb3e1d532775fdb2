package dev.porthole.engine;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file that a person chose, whole or not at all. Nobody but this user can read a new one.
final class WholeFile {
    private WholeFile() {}

    interface Content {
        void to(Writer out) throws IOException;
    }

    /// @throws IOException whose message is the reason; the file is as it was before
    static void write(Path file, Content content) throws IOException {
        try {
            // A link stays one: what it points to is written.
            replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
        } catch (IOException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        Path fresh = Files.createTempFile(folder, ".porthole-export", ".new");
        try {
            try (Writer out = Files.newBufferedWriter(fresh)) {
                content.to(out);
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
