package dev.porthole.profile.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.profile.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
    private static final Settings SOME = Settings.NONE.with("a", "1").with("b", "2");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temp;

    @Test
    void theFirstStartKnowsNothingAndWritesNothing() throws IOException {
        Path folder = temp.resolve("porthole");
        assertEquals(Settings.NONE, new SettingsStore(folder).load());
        assertFalse(Files.exists(folder));
    }

    @Test
    void whatIsSavedComesBackWhateverItHolds() throws IOException {
        Settings settings = new Settings(Map.of(
                "plain", "x",
                "empty", "",
                "blanks", "  a b  ",
                "unicode", "Übergröße – 套接字 🛟 \u2028",
                "lines", "one\ntwo\r\nthree\r\t\f\\n",
                "name with = : # ! blanks", "= : # !",
                "#name", "#value",
                "!name", "!value",
                "nul", "\0"));
        new SettingsStore(temp).save(settings);
        assertEquals(settings, new SettingsStore(temp).load());
    }

    @Test
    void halfACharacterDoesNotKeepTheRestFromBeingSaved() throws IOException {
        new SettingsStore(temp).save(SOME.with("half", "x\ud83d"));
        assertEquals(SOME.with("half", "x?"), new SettingsStore(temp).load());
    }

    @Test
    void theSameSettingsGiveTheSameFileSortedAndWithoutADate() throws IOException {
        new SettingsStore(temp).save(SOME);
        assertEquals("a=1\nb=2\n", Files.readString(temp.resolve("settings.properties")));
    }

    @Test
    void savingAgainReplacesTheFileAndLeavesNothingElseBehind() throws IOException {
        SettingsStore store = new SettingsStore(temp);
        store.save(SOME);
        store.save(Settings.NONE.with("c", "3"));
        assertEquals(Settings.NONE.with("c", "3"), store.load());
        assertEquals(List.of("settings.properties"), files(temp));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void folderAndFileAreTheUsersAlone() throws IOException {
        Path folder = temp.resolve("config/porthole");
        new SettingsStore(folder).save(SOME);
        assertEquals("rwx------", permissions(temp.resolve("config")));
        assertEquals("rwx------", permissions(folder));
        assertEquals("rw-------", permissions(folder.resolve("settings.properties")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatStandsKeepsItsRights() throws IOException {
        Path folder = Files.createDirectory(
                temp.resolve("porthole"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        new SettingsStore(folder).save(SOME);
        assertEquals("rwxr-x---", permissions(folder));
        assertEquals("rw-------", permissions(folder.resolve("settings.properties")));
    }

    @Test
    void aBrokenFileIsKeptAsideAndTheSentenceSaysWhereAndWhy() throws IOException {
        Path file = Files.writeString(temp.resolve("settings.properties"), "a=\\u12zz\n");
        String sentence = refusal(new SettingsStore(temp));
        assertEquals(
                "The settings could not be understood (Malformed \\uxxxx encoding.): the file was moved to " + file
                        + ".broken, and Porthole starts with its defaults.",
                sentence);
        assertEquals("a=\\u12zz\n", Files.readString(temp.resolve("settings.properties.broken")));
        assertEquals(Settings.NONE, new SettingsStore(temp).load());
    }

    @Test
    void aFileThatIsNoTextSaysSo() throws IOException {
        Files.write(temp.resolve("settings.properties"), new byte[] {'a', '=', (byte) 0xff, (byte) 0xfe});
        String sentence = refusal(new SettingsStore(temp));
        assertTrue(
                sentence.startsWith("The settings could not be understood (not UTF-8): the file was moved to "),
                sentence);
    }

    @Test
    void aFileThatIsTooLargeIsNotReadAndSaysSo() throws IOException {
        Files.writeString(temp.resolve("settings.properties"), "a=" + "x".repeat(256 * 1024));
        String sentence = refusal(new SettingsStore(temp));
        assertTrue(sentence.contains("(larger than 262144 bytes)"), sentence);
        assertEquals(List.of("settings.properties.broken"), files(temp));
    }

    @Test
    void aSecondBrokenFileTakesThePlaceOfTheFirst() throws IOException {
        Files.writeString(temp.resolve("settings.properties.broken"), "old");
        Files.writeString(temp.resolve("settings.properties"), "\\uqqqq");
        refusal(new SettingsStore(temp));
        assertEquals("\\uqqqq", Files.readString(temp.resolve("settings.properties.broken")));
    }

    @Test
    void aFileThatCannotBeReadIsKeptAsideSoThatItIsNotOverwritten() throws IOException {
        Path file = Files.createDirectory(temp.resolve("settings.properties"));
        String sentence = refusal(new SettingsStore(temp));
        assertTrue(sentence.startsWith("The settings could not be read ("), sentence);
        assertTrue(
                sentence.endsWith(
                        "): the file was moved to " + file + ".broken, and Porthole starts with its defaults."),
                sentence);
        assertEquals(List.of("settings.properties.broken"), files(temp));
    }

    @Test
    void aBrokenFileThatCannotBeKeptAsideStaysAndTheSentenceSaysSo() throws IOException {
        Path file = Files.writeString(temp.resolve("settings.properties"), "\\uqqqq");
        Files.createDirectory(temp.resolve("settings.properties.broken"));
        Files.writeString(temp.resolve("settings.properties.broken/in-the-way"), "");
        assertEquals(
                "The settings could not be understood (Malformed \\uxxxx encoding.): the file stays in " + file
                        + ", and Porthole starts with its defaults.",
                refusal(new SettingsStore(temp)));
        assertEquals("\\uqqqq", Files.readString(file));
    }

    @Test
    void whatCouldBeNeitherReadNorKeptAsideIsNotOverwritten() throws IOException {
        Path file = Files.writeString(temp.resolve("settings.properties"), "\\uqqqq");
        Path inTheWay = Files.createDirectory(temp.resolve("settings.properties.broken"));
        Files.writeString(inTheWay.resolve("file"), "");
        SettingsStore store = new SettingsStore(temp);
        refusal(store);
        IOException refused = assertThrows(IOException.class, () -> store.save(SOME));
        assertEquals(file + " could not be read and is not overwritten", refused.getMessage());
        assertEquals("\\uqqqq", Files.readString(file));
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        Path inTheWay = Files.writeString(temp.resolve("porthole"), "");
        IOException refused = assertThrows(IOException.class, () -> new SettingsStore(inTheWay).save(SOME));
        assertEquals("there is a file in place of the folder " + inTheWay, refused.getMessage());
    }

    @Test
    void aFileAboveTheFolderIsNamed() throws IOException {
        Path inTheWay = Files.writeString(temp.resolve("config"), "");
        SettingsStore store = new SettingsStore(inTheWay.resolve("porthole"));
        IOException refused = assertThrows(IOException.class, () -> store.save(SOME));
        assertTrue(String.valueOf(refused.getMessage()).contains("Not a directory"), refused.getMessage());
    }

    @Test
    void settingsThatNobodyCouldLoadAgainAreNotSaved() throws IOException {
        SettingsStore store = new SettingsStore(temp);
        store.save(SOME);
        Settings huge = SOME.with("c", "x".repeat(256 * 1024));
        IOException refused = assertThrows(IOException.class, () -> store.save(huge));
        assertEquals("the file would be larger than 262144 bytes", refused.getMessage());
        assertEquals(SOME, store.load());
        assertEquals(List.of("settings.properties"), files(temp));
    }

    @Test
    void theSystemsBareWordsBecomeAReason() {
        assertEquals("no permission for /a", PrivateFile.reason(new java.nio.file.AccessDeniedException("/a")));
        assertEquals("/a does not exist", PrivateFile.reason(new java.nio.file.NoSuchFileException("/a")));
        assertEquals("No space left on device", PrivateFile.reason(new IOException("No space left on device")));
        assertEquals(
                "/a: Read-only file system",
                PrivateFile.reason(new java.nio.file.FileSystemException("/a", null, "Read-only file system")));
        assertEquals("IOException", PrivateFile.reason(new IOException()));
    }

    private static String refusal(SettingsStore store) {
        return String.valueOf(assertThrows(IOException.class, store::load).getMessage());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
