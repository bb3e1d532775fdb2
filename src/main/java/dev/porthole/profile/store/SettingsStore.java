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
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// Reads and writes `settings.properties` in a folder that only its user can open. A file that cannot be understood is
/// kept beside as `settings.properties.broken`, never overwritten unseen.
public final class SettingsStore {
    private static final long LARGEST = 256 * 1024;

    private final Path file;
    /// The file could be neither understood nor put aside.
    private boolean keep;

    public SettingsStore(Path folder) {
        file = folder.resolve("settings.properties");
    }

    public Path file() {
        return file;
    }

    /// What is remembered; nothing at the first start.
    ///
    /// @throws IOException if the file is there and cannot be read or understood; the message says what became
    ///     of it
    public Settings load() throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException("larger than " + LARGEST + " bytes");
            }
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Settings.NONE;
        } catch (CharacterCodingException e) {
            throw refusal("understood", PrivateFile.reason(e), e);
        } catch (IllegalArgumentException e) {
            throw refusal("understood", String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw refusal("read", PrivateFile.reason(e), e);
        }
    }

    /// Puts the file aside and says so.
    private IOException refusal(String what, String why, Exception cause) {
        Path broken = file.resolveSibling("settings.properties.broken");
        String where;
        try {
            Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
            where = "were moved to " + broken;
        } catch (IOException e) {
            keep = true;
            where = "stay in " + file;
        }
        return new IOException(
                "The settings could not be " + what + " (" + why + "): they " + where
                        + ", and Porthole starts with its defaults.",
                cause);
    }

    private static Settings parse(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name, "")));
        return new Settings(values);
    }

    /// Writes all settings, whole or not at all.
    ///
    /// @throws IOException whose message is the reason
    public void save(Settings settings) throws IOException {
        if (keep) {
            throw new IOException(file + " could not be read and is not overwritten");
        }
        byte[] text = text(settings).getBytes(StandardCharsets.UTF_8);
        if (text.length > LARGEST) {
            throw new IOException("they are larger than " + LARGEST + " bytes");
        }
        try {
            PrivateFile.write(file, text);
        } catch (IOException e) {
            throw new IOException(PrivateFile.reason(e), e);
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
}
