package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcNetSourceTest {
    private static final String LINE = "   0: 00000000:%04X 00000000:0000 0A 00000000:00000000 00:00000000 00000000"
            + "     0        0 %d 1 00000000fc267d58 100 0 0 10 0\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path proc;

    private Path net = Path.of("");

    @BeforeEach
    void aFolderLikeProc() throws IOException {
        net = Files.createDirectory(proc.resolve("net"));
    }

    @Test
    void allFourTablesAreRead() throws IOException {
        for (Protocol protocol : Protocol.values()) {
            Files.writeString(net.resolve(protocol.word()), "heading\n");
        }
        Files.writeString(net.resolve("tcp"), "heading\n" + LINE.formatted(22, 1) + LINE.formatted(80, 2));
        Files.writeString(net.resolve("udp"), "heading\n" + LINE.formatted(53, 3));

        Reading reading = new ProcNetSource(proc).read();

        assertEquals(3, reading.table().size());
        assertEquals(Protocol.UDP, reading.table().protocol(2));
        assertEquals(List.of(), reading.gaps());
        assertEquals(net.toString(), reading.source());
    }

    @Test
    void aTableLargerThanTheBufferIsReadWhole() throws IOException {
        StringBuilder text = new StringBuilder("heading\n");
        for (int i = 1; i <= 5000; i++) {
            text.append(LINE.formatted(i, i));
        }
        Files.writeString(net.resolve("tcp"), text);
        Files.writeString(net.resolve("udp"), "heading\n");
        ProcNetSource source = new ProcNetSource(proc);

        assertEquals(5000, source.read().table().size());
        Files.writeString(net.resolve("tcp"), "heading\n" + LINE.formatted(22, 1));
        assertEquals(1, source.read().table().size(), "nothing remains of the longer text");
    }

    @Test
    void aMachineWithoutIpv6MissesNothing() throws IOException {
        Files.writeString(net.resolve("tcp"), "heading\n" + LINE.formatted(22, 1));
        Files.writeString(net.resolve("udp"), "heading\n");

        assertEquals(List.of(), new ProcNetSource(proc).read().gaps());
    }

    @Test
    void aTableThatCannotBeReadIsAGap() throws IOException {
        Files.createDirectory(net.resolve("tcp"));
        Files.createDirectory(net.resolve("tcp6"));
        Files.writeString(net.resolve("udp"), "heading\n" + LINE.formatted(53, 3));

        Reading reading = new ProcNetSource(proc).read();

        assertEquals(1, reading.table().size());
        assertEquals(2, reading.gaps().size());
        assertTrue(reading.gaps().stream().allMatch(Gap::missesRows));
        assertEquals(net.resolve("tcp").toString(), reading.gaps().getFirst().subject());
    }

    @Test
    void anIpv4TableThatDoesNotExistIsAGap() throws IOException {
        Files.writeString(net.resolve("udp"), "heading\n");

        assertEquals(
                List.of(new Gap(Gap.Kind.TABLE_UNREADABLE, net.resolve("tcp").toString(), 1, "no such file")),
                new ProcNetSource(proc).read().gaps());
    }

    @Test
    void garbledLinesAreAGapWithTheirNumber() throws IOException {
        Files.writeString(net.resolve("tcp"), "heading\n" + LINE.formatted(22, 1) + "what\nis this\n");
        Files.writeString(net.resolve("udp"), "heading\n");

        assertEquals(
                List.of(new Gap(Gap.Kind.LINE_GARBLED, net.resolve("tcp").toString(), 2, "")),
                new ProcNetSource(proc).read().gaps());
    }

    @Test
    void withoutAnyTableTheSourceRefuses() throws IOException {
        assertThrows(IOException.class, () -> new ProcNetSource(proc).read(), "empty folder");
        for (Protocol protocol : Protocol.values()) {
            Files.createDirectory(net.resolve(protocol.word()));
        }
        assertThrows(IOException.class, () -> new ProcNetSource(proc).read(), "nothing readable");
    }

    @Test
    void withoutTheFolderTheSourceRefusesAndNamesIt() {
        Path other = proc.resolve("other");
        IOException refusal = assertThrows(IOException.class, () -> new ProcNetSource(other).read());

        assertEquals("there is no " + other.resolve("net"), refusal.getMessage());
    }
}
