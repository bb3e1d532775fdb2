package dev.porthole.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SocketsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void hiddenOwnersAreALineOfTheTextAndNoError() {
        assertEquals(0, run(Sample.mixed()));

        List<String> lines = out.toString().lines().toList();
        assertEquals(7, lines.size());
        assertEquals(
                "The owner of one socket is hidden: it belongs to another user. Run as root to see it.",
                lines.getLast());
        assertEquals("", err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--csv"})
    void filesForProgramsHoldNoNotes(String form) {
        assertEquals(0, run(Sample.mixed(), form));

        assertTrue(out.toString().lines().noneMatch(line -> line.startsWith("The owner")), out.toString());
        assertEquals("", err.toString());
    }

    /// Ports of the rows in their order.
    @ParameterizedTest
    @CsvSource({
        "'', 22 53 3306 5432 8080",
        "--reverse, 8080 5432 3306 53 22",
        "--type tcp6, 8080",
        "'--type tcp6,udp6', 53 8080",
        "--type tcp6 --type UDP6, 53 8080",
        "'--state listen,TIME-WAIT', 22 3306 5432",
        "--state Closed, ''",
        "--state UNCONN, 53",
        "--state estab, 8080",
        "--filter 127.0.0.1, 3306 5432 8080",
        "--filter SSHD --state listen, 22",
        "--filter port:22|53, 22 53",
        "--filter !lo, 22",
        "--sort pid, 53 8080 22 3306 5432",
        "--sort pid --reverse, 22 8080 53 3306 5432",
        "--sort PROCESS, 8080 22 53 3306 5432",
        "--source OSHI --type udp6, 53",
    })
    void rowsAreChosenAndOrdered(String options, String ports) {
        assertEquals(0, run(Sample.mixed(), (options + " --csv").strip().split(" +", -1)));

        List<String> found = out.toString()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[2])
                .toList();
        assertEquals(ports, String.join(" ", found));
    }

    @ParameterizedTest
    @CsvSource({
        "'--type tcp,ipx', '--type does not know \"ipx\"; allowed are tcp, tcp6, udp, udp6.'",
        "'--type tcp,', ''",
        "--sort size, '--sort does not know \"size\"; allowed are proto, local, local-port,'",
        "--state FIN-WAIT, '--state does not know \"FIN-WAIT\"; allowed are established, syn_sent,'",
        "--source netlink9, '--source does not know \"netlink9\"; allowed are netlink, proc, oshi'",
        "--filter prot:80, '--filter: “prot” is no field: did you mean port:?'",
        "--filter port:http, '--filter: “http” is no port from 0 to 65535; write port:443'",
        "--json --csv, '--json and --csv exclude each other'",
        "--refresh -1, '--refresh takes 0 to 86400 seconds'",
        "--refresh NaN, '--refresh takes 0 to 86400 seconds'",
        "--filter rate:>1M, 'Rates and ages come of comparing two lists: add --refresh SECONDS'",
        "--sort age, 'Rates and ages come of comparing two lists: add --refresh SECONDS'",
        "--refresh 1 --count 0, '--refresh takes 0 to 86400 seconds, --count at least 1.'",
    })
    void aWrongValueIsNamedWithThoseAllowed(String options, String sentence) {
        if (sentence.isEmpty()) {
            assertEquals(0, run(Sample.mixed(), options.split(" ", -1)), "a comma at the end is no value");
            return;
        }
        assertEquals(3, run(Sample.mixed(), options.split(" ", -1)));
        assertEquals("", out.toString());
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().startsWith("porthole sockets: " + sentence), err.toString());
    }

    @Test
    void missingRowsAreToldOnStderrAndInTheExitCode() {
        Snapshot snapshot = new Sample()
                .gap(new Gap(Gap.Kind.TABLE_UNREADABLE, "/proc/net/tcp", 1, "permission denied"))
                .gap(new Gap(Gap.Kind.LINE_GARBLED, "/proc/net/udp", 2, ""))
                .snapshot();

        assertEquals(3, run(snapshot));
        assertEquals(1, out.toString().lines().count());
        assertEquals(2, err.toString().lines().count());
        assertTrue(err.toString().contains("/proc/net/tcp could not be read (permission denied)"), err.toString());
    }

    @Test
    void aSourceThatStoodInIsToldInTheText() {
        Snapshot snapshot = new Sample()
                .gap(new Gap(Gap.Kind.SOURCE_REFUSED, "/proc/net", 1, "there is none"))
                .snapshot();

        assertEquals(0, run(snapshot));
        assertTrue(out.toString().contains("/proc/net does not work on this machine (there is none)"));
        assertEquals("", err.toString());
    }

    @Test
    void aSourceThatDoesNotWorkIsOneSentence() {
        int code = run(new SocketsCommand(source -> {
            throw new IOException("there is no /proc/net");
        }));

        assertEquals(3, code);
        assertEquals(
                "porthole sockets: The sockets cannot be read: there is no /proc/net\n",
                err.toString().replace("\r", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json", "--csv"})
    void aReaderThatGoesAwayIsNoError(String form) {
        PrintWriter closed = new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void close() {}
        });
        int code = new CommandLine(new SocketsCommand(source -> Sample.mixed()))
                .setOut(closed)
                .setErr(new PrintWriter(err))
                .execute(form.isEmpty() ? new String[0] : new String[] {form});

        assertEquals(0, code);
        assertEquals("", err.toString());
    }

    @Test
    @Tag("host")
    void eachListIsTimedInALineOfItsOwn() throws IOException {
        assertEquals(0, run(new SocketsCommand(), "--refresh 0 --count 3 --timings --type udp --csv".split(" ", -1)));

        List<String> lines = err.toString().lines().toList();
        assertEquals(3, lines.size(), err.toString());
        assertEquals(
                Set.of(
                        "refresh",
                        "rows",
                        "reading_ms",
                        "owners_ms",
                        "diff_ms",
                        "allocated_bytes",
                        "new",
                        "gone",
                        "unseen"),
                JSON.std.mapFrom(lines.getLast()).keySet());
        assertEquals(3, JSON.std.mapFrom(lines.getLast()).get("refresh"));
        assertEquals(
                3,
                out.toString()
                        .lines()
                        .filter(line -> line.startsWith("protocol,"))
                        .count());
    }

    @Test
    void helpHasExamplesAndExitCodes() {
        assertEquals(0, run(Sample.mixed(), "--help"));
        assertTrue(out.toString().contains("Examples:"));
        assertTrue(out.toString().contains("Exit codes:"));
        assertTrue(
                out.toString()
                                .lines()
                                .filter(line -> line.contains("--filter '"))
                                .count()
                        >= 3,
                out.toString());
        assertTrue(out.toString().lines().allMatch(line -> line.length() <= 80), out.toString());
    }

    private int run(Snapshot snapshot, String... options) {
        return run(new SocketsCommand(source -> snapshot), options);
    }

    private int run(SocketsCommand command, String... options) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(options);
    }
}
