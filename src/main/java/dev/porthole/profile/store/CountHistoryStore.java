package dev.porthole.profile.store;

import dev.porthole.counts.CountHistory;
import dev.porthole.counts.HistoryCodec;
import dev.porthole.counts.InvalidHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Keeps the counts of the last days in `counts.history`. A file that cannot be understood is kept beside as
/// `counts.history.broken`.
public final class CountHistoryStore {
    private static final long LARGEST = 32 << 20;

    private final Path file;

    public CountHistoryStore(Path folder) {
        file = folder.resolve("counts.history");
    }

    public Path file() {
        return file;
    }

    /// What is remembered; nothing at the first start.
    ///
    /// @throws IOException if the file is there and cannot be read or understood; the message says what became of
    // it
    public CountHistory load() throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw refusal("it is larger than 32 MB");
            }
            return HistoryCodec.decode(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return new CountHistory();
        } catch (InvalidHistory e) {
            throw refusal(e.reason());
        }
    }

    private IOException refusal(String why) {
        Path broken = file.resolveSibling("counts.history.broken");
        String where;
        try {
            Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
            where = "was moved to " + broken;
        } catch (IOException e) {
            where = "stays in " + file;
        }
        return new IOException(
                "The history of counts could not be understood (" + why + "): it " + where + ", and a new one begins.");
    }

    /// Writes it, whole or not at all.
    ///
    /// @throws IOException whose message is the reason
    public void save(CountHistory history) throws IOException {
        try {
            PrivateFile.write(file, HistoryCodec.encode(history));
        } catch (IOException e) {
            throw new IOException(PrivateFile.reason(e), e);
        }
    }
}
