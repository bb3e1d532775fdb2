package dev.porthole.engine;

import dev.porthole.interchange.datadog.DatadogConfig;
import dev.porthole.interchange.yaml.InvalidDocument;
import dev.porthole.net.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads a Datadog `conf.yaml`. Nothing is run.
public final class DatadogFile {
    /// Bytes, or characters of a text; a thousand instances need a fifth of it.
    static final int LARGEST = 2 * 1024 * 1024;

    private DatadogFile() {}

    /// Reads the whole file into memory, if it is not too large.
    ///
    /// @throws InvalidDocument with a sentence that names the file, the line where there is one, and the fix
    public static DatadogConfig read(String file) throws InvalidDocument {
        try {
            return DatadogConfig.parse(text(Path.of(file)));
        } catch (InvalidDocument e) {
            throw new InvalidDocument(shown(file) + ": " + e.sentence());
        } catch (InvalidPathException e) {
            throw new InvalidDocument(shown(file) + ": no file can have this name; give the path of the conf.yaml.");
        } catch (IOException e) {
            throw new InvalidDocument(shown(file) + ": " + reason(e));
        }
    }

    /// Reads what was pasted.
    ///
    /// @throws InvalidDocument with a sentence that names the line where there is one, and the fix
    public static DatadogConfig parse(String text) throws InvalidDocument {
        if (text.length() > LARGEST) {
            throw new InvalidDocument("larger than 2 MB; split the file.");
        }
        return DatadogConfig.parse(text);
    }

    private static String text(Path file) throws IOException, InvalidDocument {
        if (Files.isDirectory(file)) {
            throw new InvalidDocument("this is a folder; give the conf.yaml in it.");
        }
        // A pipe or a device could keep us waiting, or never end.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InvalidDocument("this is a pipe or a device; give a file.");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new InvalidDocument("larger than 2 MB; split the file.");
        }
        String text = decoded(ByteBuffer.wrap(bytes));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(ByteBuffer bytes) throws InvalidDocument {
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            int line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += bytes.get(i) == '\n' ? 1 : 0;
            }
            throw new InvalidDocument(line, "this is not UTF-8 text; save it as UTF-8.");
        }
        return text.flip().toString();
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file; give the path of the conf.yaml.";
            case AccessDeniedException _ -> "this user may not read it; run as one who may, or change its permissions.";
            case FileSystemException other
            when other.getReason() != null -> "it cannot be read: " + SafeText.readable(other.getReason()) + ".";
            default -> "it cannot be read: " + SafeText.readable(String.valueOf(failure.getMessage())) + ".";
        };
    }

    private static String shown(String file) {
        String safe = SafeText.readable(file);
        return safe.length() > 200 ? "…" + safe.substring(safe.length() - 200) : safe;
    }
}
