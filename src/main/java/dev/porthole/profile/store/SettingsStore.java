package dev.porthole.profile.store;

import dev.porthole.profile.Settings;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// Reads and writes `settings.properties` in a folder that only its user can open. A file that cannot be understood is
/// kept beside as `settings.properties.broken`, never overwritten unseen.
public final class SettingsStore {
    private static final long LARGEST = 256 * 1024;

    private final KeptFile file;

    public SettingsStore(Path folder) {
        file = new KeptFile(
                folder.resolve("settings.properties"),
                LARGEST,
                new KeptFile.Words("The settings", "Porthole starts with its defaults"));
    }

    public Path file() {
        return file.path();
    }

    /// What is remembered; nothing at the first start.
    ///
    /// @throws IOException if the file is there and cannot be read or understood; the message says what became
    ///     of it
    public Settings load() throws IOException {
        return file.load(Settings.NONE, SettingsStore::parse);
    }

    private static Settings parse(byte[] content) throws KeptFile.Damaged, CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new KeptFile.Damaged(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name, "")));
        return new Settings(values);
    }

    /// Writes all settings, whole or not at all.
    ///
    /// @throws IOException whose message is the reason
    public void save(Settings settings) throws IOException {
        file.save(text(settings).getBytes(StandardCharsets.UTF_8));
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
