package dev.porthole.cli;

import dev.porthole.net.SafeText;
import dev.porthole.probe.Bytes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that a user names: a certificate, a key, a password.
final class SmallFile {
    private static final int LARGEST = 1024 * 1024;

    private SmallFile() {}

    static Bytes read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes(LARGEST + 1);
            if (octets.length > LARGEST) {
                throw new IOException("it is larger than " + LARGEST + " bytes");
            }
            return Bytes.of(octets);
        }
    }

    /// The end of a sentence that says what is wrong with the file.
    static String why(Exception unreadable) {
        return switch (unreadable) {
            case NoSuchFileException missing -> "there is no file " + SafeText.of(missing.getFile()) + ".";
            case AccessDeniedException denied ->
                "its rights do not let this user read " + SafeText.of(denied.getFile()) + ".";
            default -> SafeText.of(String.valueOf(unreadable.getMessage())) + ".";
        };
    }
}
