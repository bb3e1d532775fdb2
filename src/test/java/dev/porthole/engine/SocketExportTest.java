package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.engine.SocketExport.Format;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketExportTest {
    @TempDir
    Path folder;

    @Test
    void theRowsAreWrittenInTheOrderShownWithAllColumns() throws IOException {
        Path file = folder.resolve("a.csv");
        SocketExport.write(Sample.mixed(), new int[] {4, 0}, Format.CSV, file);

        assertEquals("""
                protocol,local_address,local_port,remote_address,remote_port,state,receive_queue,send_queue,pid,process,user,pids,owner
                tcp,127.0.0.1,3306,,,LISTEN,0,0,,,#112,,no_rights
                tcp,0.0.0.0,22,,,LISTEN,3,0,1200,sshd,root,1200 1300,known
                """.replace("\n", "\r\n"), Files.readString(file));
    }

    @Test
    void jsonHoldsTheSameRows() throws IOException {
        Path file = folder.resolve("a.json");
        SocketExport.write(Sample.mixed(), new int[] {3}, Format.JSON, file);

        String json = Files.readString(file);
        assertTrue(json.contains("\"port\":53") && !json.contains("\"port\":22"), json);
    }

    @Test
    void aFormulaIsDefused() throws IOException {
        Snapshot snapshot = new Sample()
                .row(
                        Protocol.TCP,
                        SocketState.LISTEN,
                        0,
                        22,
                        0,
                        0,
                        Sample.known(Sample.process(9, "=cmd|'/C calc'!A0")))
                .snapshot();
        Path file = folder.resolve("a.csv");
        SocketExport.write(snapshot, new int[] {0}, Format.CSV, file);

        assertTrue(Files.readString(file).contains(",'=cmd|'/C calc'!A0,"), Files.readString(file));
    }

    @Test
    void anExistingFileIsReplacedAndNothingIsLeftBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        SocketExport.write(Sample.mixed(), new int[] {0}, Format.CSV, file);

        assertTrue(Files.readString(file).startsWith("protocol,"));
        assertEquals(List.of(file), files());
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        SocketExport.write(Sample.mixed(), new int[] {0}, Format.CSV, link);

        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.readString(file).startsWith("protocol,"));
    }

    @Test
    void whatCannotBeWrittenLeavesNothingAndSaysWhy() throws IOException {
        Path nowhere = folder.resolve("none").resolve("a.csv");
        assertEquals("the folder does not exist", reason(nowhere));
        Path taken = Files.createDirectory(folder.resolve("taken.csv"));
        assertEquals("it is a folder", reason(taken));

        assertFalse(Files.exists(nowhere));
        assertEquals(List.of(taken), files());
    }

    @Test
    void aFailureHalfwayLeavesTheFileAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");

        assertThrows(
                RuntimeException.class, () -> SocketExport.write(Sample.mixed(), new int[] {0, 99}, Format.CSV, file));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void theNameSaysWhatIsInsideAndAsOfWhen() {
        Instant read = Instant.parse("2026-11-21T13:02:31.900Z");

        assertEquals(
                "porthole-sockets-2026-11-21-140231.csv",
                SocketExport.fileName(read, ZoneId.of("Europe/Berlin"), Format.CSV));
        assertEquals(
                "porthole-sockets-2026-11-21-130231.json", SocketExport.fileName(read, ZoneOffset.UTC, Format.JSON));
    }

    private String reason(Path file) {
        IOException failure = assertThrows(
                IOException.class, () -> SocketExport.write(Sample.mixed(), new int[] {0}, Format.CSV, file));
        return String.valueOf(failure.getMessage());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
