package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.counts.PortRange;
import dev.porthole.counts.SystemLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcLimitsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path proc;

    /// As Linux 6.18 writes both files.
    @Test
    void bothLimitsAreRead() throws IOException {
        write("net/ipv4/ip_local_port_range", "32768\t60999\n");
        write("fs/file-max", "9223372036854775807\n");

        assertEquals(
                new SystemLimits(Optional.of(new PortRange(32_768, 60_999)), OptionalLong.of(Long.MAX_VALUE)),
                new ProcLimits(proc).read());
    }

    @Test
    void aLimitThatIsChangedIsReadAnew() throws IOException {
        var limits = new ProcLimits(proc);
        write("fs/file-max", "1000\n");
        assertEquals(OptionalLong.of(1000), limits.read().openFiles());
        write("fs/file-max", "2000\n");

        assertEquals(OptionalLong.of(2000), limits.read().openFiles());
    }

    @Test
    void whatIsNotThereIsUnknown() {
        assertEquals(SystemLimits.UNKNOWN, new ProcLimits(proc).read());
    }

    @Test
    void oneLimitDoesNotNeedTheOther() throws IOException {
        write("fs/file-max", "1000\n");

        assertEquals(new SystemLimits(Optional.empty(), OptionalLong.of(1000)), new ProcLimits(proc).read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "32768", "32768 60999 1", "60999 32768", "-1 5", "1 65536", "a b", "1 9999999999"})
    void aRangeThatCannotBeIsUnknown(String text) {
        assertEquals(Optional.empty(), ProcLimits.ephemeralPorts(text));
    }

    @ParameterizedTest
    @CsvSource({"1 65535, 1, 65535", "' 1024\t1024 ', 1024, 1024", "0 5, 0, 5"})
    void theRangeMayHaveAnyBlanksBetween(String text, int first, int last) {
        assertEquals(Optional.of(new PortRange(first, last)), ProcLimits.ephemeralPorts(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "9223372036854775808, 9223372036854775807",
        "18446744073709551615, 9223372036854775807",
        "0, ",
        "'', ",
        "-1, ",
        "18446744073709551616, ",
        "many, "
    })
    void theMostOpenFilesAreANumberOrUnknown(String text, Long most) {
        assertEquals(most == null ? OptionalLong.empty() : OptionalLong.of(most), ProcLimits.openFiles(text));
    }

    private void write(String file, String text) throws IOException {
        Path path = proc.resolve("sys").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
