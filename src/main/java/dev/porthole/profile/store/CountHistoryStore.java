package dev.porthole.profile.store;

import dev.porthole.counts.CountHistory;
import dev.porthole.counts.HistoryCodec;
import dev.porthole.counts.InvalidHistory;
import java.io.IOException;
import java.nio.file.Path;

/// Keeps the counts of the last days in `counts.history`. A file that cannot be understood is kept beside as
/// `counts.history.broken`, never overwritten unseen.
public final class CountHistoryStore {
    private static final long LARGEST = 32 << 20;

    private final KeptFile file;

    public CountHistoryStore(Path folder) {
        file = new KeptFile(
                folder.resolve("counts.history"),
                LARGEST,
                new KeptFile.Words("The history of counts", "a new history begins"));
    }

    public Path file() {
        return file.path();
    }

    /// What is remembered; nothing at the first start.
    ///
    /// @throws IOException if the file is there and cannot be read or understood; the message says what became
    ///     of it
    public CountHistory load() throws IOException {
        return file.load(new CountHistory(), CountHistoryStore::parse);
    }

    private static CountHistory parse(byte[] content) throws KeptFile.Damaged {
        try {
            return HistoryCodec.decode(content);
        } catch (InvalidHistory e) {
            throw new KeptFile.Damaged(e.reason());
        }
    }

    /// Writes it, whole or not at all.
    ///
    /// @throws IOException whose message is the reason
    public void save(CountHistory history) throws IOException {
        file.save(HistoryCodec.encode(history));
    }
}
