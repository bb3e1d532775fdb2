package dev.porthole.profile.store;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is loaded once, saved now and then, and never overwritten unseen. One that cannot be understood is put
/// aside as `NAME.broken`. Where even that fails it stays, and nothing is saved.
final class KeptFile {
    private final Path file;
    private final long largest;
    private final Words words;
    /// The file could be neither understood nor put aside.
    private boolean stays;

    /// How the sentence about a broken file begins and ends.
    ///
    /// @param what `The settings`
    /// @param instead what happens without it: `Porthole starts with its defaults`
    record Words(String what, String instead) {}

    /// @param largest in bytes
    KeptFile(Path file, long largest, Words words) {
        this.file = file;
        this.largest = largest;
        this.words = words;
    }

    /// Makes a value of a file's content.
    @FunctionalInterface
    interface Parser<T> {
        /// Reads it.
        ///
        /// @throws CharacterCodingException if it is no text
        T parse(byte[] content) throws Damaged, CharacterCodingException;
    }

    /// A content that cannot be understood; the message is the reason.
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String reason) {
            super(reason);
        }
    }

    Path path() {
        return file;
    }

    /// What the file holds.
    ///
    /// @param nothing stands for a file that is not there
    /// @throws IOException if it is there and cannot be read or understood; the message says what became of it
    <T> T load(T nothing, Parser<T> parser) throws IOException {
        try {
            if (Files.size(file) > largest) {
                throw new Damaged("larger than " + largest + " bytes");
            }
            return parser.parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return nothing;
        } catch (Damaged e) {
            throw refusal("understood", String.valueOf(e.getMessage()), e);
        } catch (CharacterCodingException e) {
            throw refusal("understood", PrivateFile.reason(e), e);
        } catch (IOException e) {
            throw refusal("read", PrivateFile.reason(e), e);
        }
    }

    /// Puts the file aside and says so.
    private IOException refusal(String done, String why, Exception cause) {
        Path broken = file.resolveSibling(file.getFileName() + ".broken");
        String where;
        try {
            Files.move(file, broken, StandardCopyOption.REPLACE_EXISTING);
            where = "was moved to " + broken;
        } catch (IOException e) {
            stays = true;
            where = "stays in " + file;
        }
        return new IOException(
                words.what() + " could not be " + done + " (" + why + "): the file " + where + ", and "
                        + words.instead() + ".",
                cause);
    }

    /// Writes it, whole or not at all.
    ///
    /// @throws IOException whose message is the reason
    void save(byte[] content) throws IOException {
        if (stays) {
            throw new IOException(file + " could not be read and is not overwritten");
        }
        if (content.length > largest) {
            throw new IOException("the file would be larger than " + largest + " bytes");
        }
        try {
            PrivateFile.write(file, content);
        } catch (IOException e) {
            throw new IOException(PrivateFile.reason(e), e);
        }
    }
}
