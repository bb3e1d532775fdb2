package dev.porthole.engine;

import dev.porthole.counts.StateCounts;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Reading;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Counts once and no more: one reading, without owners, for commands that another program calls and waits for.
public final class SocketCounter {
    /// A table that changed while it was read is read again.
    private static final int TRIES = 3;

    private static final long LARGEST_FIXTURE = 64 << 20;

    private SocketCounter() {}

    /// What one reading came to.
    ///
    /// @param gap rows that may be missing; empty if all were read
    public record Counted(StateCounts counts, Optional<Gap> gap) {}

    /// Reads and counts.
    ///
    /// @throws IOException if no source works; the message names each and why
    public static Counted count() throws IOException {
        Counted counted = countOnce();
        for (int i = 1; i < TRIES && counted.gap().isPresent(); i++) {
            counted = countOnce();
        }
        return counted;
    }

    private static Counted countOnce() throws IOException {
        Reading reading = SourceChooser.readOnce();
        return new Counted(
                StateCounts.of(reading.table()),
                reading.gaps().stream().filter(Gap::missesRows).findFirst());
    }

    /// The text of a file that stands in for the sockets of this machine.
    ///
    /// @throws IOException whose message is a sentence
    public static String fixture(String file) throws IOException {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > LARGEST_FIXTURE) {
                throw new IOException("larger than 64 MB");
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("The fixture \"" + file + "\" cannot be read: " + reason(e) + ".", e);
        }
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "no permission";
            case CharacterCodingException _ -> "it is not UTF-8";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
