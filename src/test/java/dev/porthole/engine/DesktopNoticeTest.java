package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DesktopNoticeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void theProgramGetsItsWordsAsTheyAre() throws IOException {
        Path heard = folder.resolve("heard");
        Path program = program("#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + heard + "'\n");
        DesktopNotice.run(program, "--title; $(id)", DesktopNotice.escaped("a <b> & 'c'"), true);
        assertEquals(
                List.of(
                        "--app-name=Porthole",
                        "--urgency=critical",
                        "--expire-time=15000",
                        "--",
                        "--title; $(id)",
                        "a &lt;b&gt; &amp; 'c'"),
                Files.readAllLines(heard));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itIsFoundInTheFoldersOfThePathButNotInARelativeOne() throws IOException {
        Path program = program("#!/bin/sh\n");
        assertEquals(
                program,
                DesktopNotice.find("." + File.pathSeparator + File.pathSeparator + folder)
                        .orElseThrow());
        assertTrue(DesktopNotice.find(folder.resolve("elsewhere").toString()).isEmpty());
        assertTrue(DesktopNotice.find("").isEmpty());
    }

    private Path program(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("notify-send"), script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }
}
