package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.porthole.interchange.yaml.InvalidDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class DatadogFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReadWithItsByteOrderMark() throws Exception {
        Path file = write("\uFEFFinstances:\n  - {name: a, host: b, port: 1}\n".getBytes(StandardCharsets.UTF_8));

        assertEquals(1, DatadogFile.read(file.toString()).instances().size());
    }

    @Test
    void theSentenceBeginsWithTheFile() throws Exception {
        Path file = write("instances: 5\n".getBytes(StandardCharsets.UTF_8));

        assertEquals(
                file + ": line 1: “instances:” takes a list; begin each instance with “- name:”, indented below it.",
                fault(file.toString()));
    }

    @Test
    void whatCannotBeReadSaysWhy() throws Exception {
        Path missing = folder.resolve("missing.yaml");
        assertEquals(missing + ": there is no such file; give the path of the conf.yaml.", fault(missing.toString()));
        assertEquals(folder + ": this is a folder; give the conf.yaml in it.", fault(folder.toString()));
        assertEquals("a\\x00b: no file can have this name; give the path of the conf.yaml.", fault("a\0b"));
        Path latin = write(new byte[] {'a', ':', '\n', (byte) 0xe9, 'b'});
        assertEquals(latin + ": line 2: this is not UTF-8 text; save it as UTF-8.", fault(latin.toString()));
        Path cut = write(new byte[] {'a', (byte) 0xc3});
        assertEquals(cut + ": line 1: this is not UTF-8 text; save it as UTF-8.", fault(cut.toString()));
        Path large = write(new byte[DatadogFile.LARGEST + 1]);
        assertEquals(large + ": larger than 2 MB; split the file.", fault(large.toString()));
    }

    @Test
    void whatWasPastedHasTheSameLimit() {
        assertEquals(
                "larger than 2 MB; split the file.",
                assertThrows(InvalidDocument.class, () -> DatadogFile.parse("#".repeat(DatadogFile.LARGEST + 1)))
                        .sentence());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("conf.yaml"), bytes);
    }

    private static String fault(String file) {
        return assertThrows(InvalidDocument.class, () -> DatadogFile.read(file)).sentence();
    }
}
