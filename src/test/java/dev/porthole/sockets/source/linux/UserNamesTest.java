package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserNamesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void namesStandByTheirNumber() {
        assertEquals(Map.of(0, "root", 33, "www-data", -2, "nobody"), UserNames.parse("""
                        root:x:0:0:root:/root:/bin/bash
                        www-data:x:33:33::/var/www:/usr/sbin/nologin
                        nobody:x:4294967294:65534::/:/bin/false
                        """));
    }

    @Test
    void theFirstNameOfANumberCounts() {
        assertEquals(Map.of(0, "root"), UserNames.parse("root:x:0:0::/:\ntoor:x:0:0::/:\n"));
    }

    @Test
    void linesOfNoKnownFormAreLeftOut() {
        assertEquals(Map.of(), UserNames.parse("# comment\n+::::::\nx:x:-1:0::/:\ny:x:9999999999:0::/:\nz:x\n\n:::\n"));
    }

    @Test
    void aChangedFileIsReadAgainAndAMissingOneNamesNobody() throws IOException {
        Path passwd = folder.resolve("passwd");
        UserNames names = new UserNames(passwd);
        assertEquals(Map.of(), names.byUid());

        write(passwd, "ann:x:1000:0::/:\n", 1000);
        assertEquals(Map.of(1000, "ann"), names.byUid());
        write(passwd, "bob:x:1000:0::/:\n", 2000);
        assertEquals(Map.of(1000, "bob"), names.byUid());
        Files.delete(passwd);
        assertEquals(Map.of(), names.byUid());
        write(passwd, "bob:x:1000:0::/:\n", 2000);
        assertEquals(Map.of(1000, "bob"), names.byUid());
    }

    private static void write(Path file, String text, long changed) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(changed));
    }
}
