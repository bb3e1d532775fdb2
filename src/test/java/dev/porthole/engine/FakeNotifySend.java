package dev.porthole.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A `notify-send` that writes down its words, for Linux.
public final class FakeNotifySend {
    private final Path folder;

    /// @param folder that it lies in
    public FakeNotifySend(Path folder) throws IOException {
        this.folder = folder;
        // Whole or not at all: who waits for the words sees all of them.
        Path program = Files.writeString(folder.resolve("notify-send"), """
                #!/bin/sh
                printf '%%s\\n' "$@" > '%1$s.part'
                mv '%1$s.part' '%1$s'
                """.formatted(heard()));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private Path heard() {
        return folder.resolve("heard");
    }

    /// A desktop on whose search path it stands first.
    public DesktopNotice desktop() {
        return DesktopNotice.on(folder + File.pathSeparator + System.getenv("PATH"));
    }

    /// Whether it was called since the last time that this was forgotten.
    public boolean wasCalled() {
        return Files.exists(heard());
    }

    /// The words of the last call.
    public List<String> words() throws IOException {
        return Files.readAllLines(heard());
    }

    public void forget() throws IOException {
        Files.move(heard(), folder.resolve("before"), StandardCopyOption.REPLACE_EXISTING);
    }
}
