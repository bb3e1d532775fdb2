package dev.porthole.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.porthole.counts.PortRange;
import dev.porthole.counts.SystemLimits;
import dev.porthole.engine.StillMachine;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CountsCommandTest {
    private static final SystemLimits LIMITS =
            new SystemLimits(Optional.of(new PortRange(32_768, 60_999)), OptionalLong.of(1000));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutOptionsItIsOneTable() {
        assertEquals(0, run(Sample.mixed()));

        assertTrue(out.toString().startsWith("state             tcp"), out.toString());
        assertEquals(14, out.toString().lines().count());
        assertEquals("", err.toString());
    }

    @Test
    void watchedTablesSayTheirTime() {
        assertEquals(0, run(Sample.mixed(), "--watch", "--count", "1"));

        assertTrue(out.toString().startsWith(Sample.TIME + System.lineSeparator() + "state "), out.toString());
    }

    @Test
    void watchedJsonIsALineACount() throws IOException {
        assertEquals(0, run(Sample.mixed(), "--watch", "--count=1", "--json"));

        assertEquals(1, out.toString().lines().count());
        assertEquals(5, JSON.std.mapFrom(out.toString()).get("total"));
    }

    @Test
    void openMetricsAreOneScrape() {
        assertEquals(0, run(Sample.mixed(), "--openmetrics"));

        assertTrue(out.toString().endsWith("# EOF\n"), out.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "--openmetrics --json, '--openmetrics stands alone: a scrape is one text.'",
        "--openmetrics --watch, '--openmetrics stands alone: a scrape is one text.'",
        "--count 3, '--count takes a number from 1 and goes with --watch.'",
        "--watch --count 0, '--count takes a number from 1 and goes with --watch.'",
    })
    void wordsThatDoNotGoTogetherAreOneSentence(String options, String sentence) {
        assertEquals(3, run(Sample.mixed(), options.split(" ", -1)));

        assertEquals("", out.toString());
        assertEquals("porthole counts: " + sentence, err.toString().strip());
    }

    @Test
    void missingRowsAreToldOnStderrInTheObjectAndInTheExitCode() throws IOException {
        Snapshot snapshot = Sample.mixedRows()
                .gap(new Gap(Gap.Kind.TABLE_UNREADABLE, "/proc/net/tcp6", 1, "permission denied"))
                .snapshot();
        assertEquals(3, run(snapshot, "--json"));

        assertEquals(false, JSON.std.mapFrom(out.toString()).get("complete"));
        assertTrue(err.toString().contains("/proc/net/tcp6 could not be read (permission denied)"), err.toString());
    }

    @Test
    void aSourceThatStoodInChangesNothing() {
        var refused = new Gap(Gap.Kind.SOURCE_REFUSED, "netlink", 1, "no permission");

        assertEquals(0, run(new CountsCommand(() -> StillMachine.tallies(Sample.mixed(), LIMITS, refused)), "--json"));
        assertTrue(out.toString().contains("\"complete\":true"), out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void aMachineWithoutASourceIsOneSentence() {
        var command = new CountsCommand(() -> {
            throw new IOException("there is no /proc/net");
        });

        assertEquals(3, run(command));
        assertEquals(
                "porthole counts: The sockets cannot be read: there is no /proc/net",
                err.toString().strip());
    }

    @Test
    @Tag("host")
    void thisMachineIsCounted() throws IOException {
        assertEquals(0, run(new CountsCommand(), "--json"));

        assertEquals(true, JSON.std.mapFrom(out.toString()).get("complete"));
    }

    @Test
    void helpHasExamplesAndExitCodesInEightyColumns() {
        assertEquals(0, run(Sample.mixed(), "--help"));

        assertTrue(out.toString().contains("Examples:") && out.toString().contains("Exit codes:"));
        assertTrue(out.toString().lines().allMatch(line -> line.length() <= 80), out.toString());
    }

    private int run(Snapshot snapshot, String... options) {
        return run(new CountsCommand(() -> StillMachine.tallies(snapshot, LIMITS)), options);
    }

    private int run(CountsCommand command, String... options) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(options);
    }
}
