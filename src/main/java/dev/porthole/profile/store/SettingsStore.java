package dev.porthole.profile.store;

import dev.porthole.profile.Settings;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// Reads and writes `settings.properties` in a folder that only its user can open. A file that cannot be understood is
/// kept beside as `settings.properties.broken`, never overwritten unseen.
public final class SettingsStore {
    private static final long LARGEST = 256 * 1024;

    private final Path file;

    public SettingsStore(Path folder) {
        file = folder.resolve("settings.properties");
    }

    public Path file() {
        return file;
    }

    /// What is remembered; nothing at the first start.
    ///
    /// @throws IOException if the file is there and cannot be read or understood; the message says what became of
    // it
    public Settings load() throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException("larger than " + LARGEST + " bytes");
            }
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Settings.NONE;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            Path broken = file.resolveSibling("settings.properties.broken");
            Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
            throw new IOException(
                    "The settings could not be understood (" + e.getMessage() + "): they were moved to " + broken
                            + ", and Porthole starts with its defaults.",
                    e);
        }
    }

    private static Settings parse(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name, "")));
        return new Settings(values);
    }

    /// Writes all settings, whole or not at all.
    public void save(Settings settings) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " lies in no folder");
        }
        createPrivate(folder);
        Path fresh = Files.createTempFile(folder, "settings", ".new");
        try {
            Files.writeString(fresh, text(settings), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String text(Settings settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings.values());
        StringWriter text = new StringWriter();
        properties.store(text, null);
        // The first line is a date: the same settings give the same file without it.
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static void createPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }
}
