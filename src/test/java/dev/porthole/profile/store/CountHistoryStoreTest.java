package dev.porthole.profile.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.porthole.counts.CountHistory;
import dev.porthole.counts.CountScope;
import dev.porthole.counts.Tallies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CountHistoryStoreTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temp;

    @Test
    void theFirstStartRemembersNothingAndWritesNothing() throws IOException {
        Path folder = temp.resolve("porthole");

        assertArrayEquals(new int[0], values(new CountHistoryStore(folder).load()));
        assertFalse(Files.exists(folder));
    }

    @Test
    void whatIsSavedComesBack() throws IOException {
        var store = new CountHistoryStore(temp);
        store.save(history(3, 7, 5));

        assertArrayEquals(new int[] {3, 7, 5}, values(new CountHistoryStore(temp).load()));
        assertEquals(List.of("counts.history"), files());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFileIsTheUsersAlone() throws IOException {
        new CountHistoryStore(temp).save(history(1));

        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("counts.history"))));
    }

    @Test
    void aDamagedFileIsKeptAsideAndTheSentenceSaysWhereAndWhy() throws IOException {
        Path file = Files.writeString(temp.resolve("counts.history"), "not a history at all");
        var store = new CountHistoryStore(temp);

        assertEquals(
                "The history of counts could not be understood (it is not a history of Porthole): the file was moved to "
                        + file + ".broken, and a new history begins.",
                refusal(store));
        assertEquals("not a history at all", Files.readString(temp.resolve("counts.history.broken")));
        store.save(history(4));
        assertArrayEquals(new int[] {4}, values(store.load()));
    }

    /// A folder stands for a file that this user may not read.
    @Test
    void aFileThatCannotBeReadIsKeptAsideToo() throws IOException {
        Path file = Files.createDirectory(temp.resolve("counts.history"));

        String sentence = refusal(new CountHistoryStore(temp));
        assertEquals(
                "The history of counts could not be read (Is a directory): the file was moved to " + file
                        + ".broken, and a new history begins.",
                sentence);
        assertEquals(List.of("counts.history.broken"), files());
    }

    @Test
    void aDamagedFileThatCannotBeKeptAsideIsNotOverwritten() throws IOException {
        Path file = Files.writeString(temp.resolve("counts.history"), "precious");
        Files.writeString(
                Files.createDirectory(temp.resolve("counts.history.broken")).resolve("in-the-way"), "");
        var store = new CountHistoryStore(temp);

        assertEquals(
                "The history of counts could not be understood (it is not a history of Porthole): the file stays in "
                        + file + ", and a new history begins.",
                refusal(store));
        IOException refused = assertThrows(IOException.class, () -> store.save(history(1)));
        assertEquals(file + " could not be read and is not overwritten", refused.getMessage());
        assertEquals("precious", Files.readString(file));
    }

    /// Nobody, root neither, makes a file there. The new file's own name, another one each time, is in no sentence.
    @Test
    @EnabledOnOs(OS.LINUX)
    void theSameTroubleIsTheSameSentenceEachTime() {
        var store = new CountHistoryStore(Path.of("/sys/kernel"));

        String first = unwritable(store);
        assertEquals(first, unwritable(store));
        assertFalse(first.contains("/sys/kernel/"), first);
    }

    private static String unwritable(CountHistoryStore store) {
        return String.valueOf(
                assertThrows(IOException.class, () -> store.save(history(1))).getMessage());
    }

    private static String refusal(CountHistoryStore store) {
        return String.valueOf(assertThrows(IOException.class, store::load).getMessage());
    }

    /// One number each 30 seconds.
    private static CountHistory history(int... counts) {
        CountHistory history = new CountHistory();
        for (int i = 0; i < counts.length; i++) {
            history.add(Tallies.closeWait(START.plusSeconds(30L * i), counts[i]));
        }
        return history;
    }

    private static int[] values(CountHistory history) {
        return history.week(CountScope.ALL).values();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
