package dev.porthole.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.interchange.datadog.HostileFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("NullAway.Init")
class TcpCheckCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void aFileRunsAsOftenAsAsked() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            String file = file("{name: a, host: web, port: " + server.getLocalPort() + "}");

            assertEquals(0, run("--json", "--runs", "2", "--resolve", "web=127.0.0.1", file));
            assertEquals(5, out.toString(UTF_8).lines().count());
            assertTrue(out.toString(UTF_8).contains("{\"run\":2,\"instance\":\"a\",\"kind\":\"service_check\""));
            out.reset();
            assertEquals(0, run("--every", "--runs", "1", "--resolve", "web=127.0.0.1", file));
            assertTrue(
                    out.toString(UTF_8)
                            .matches("(?s)\\d\\d:\\d\\d:\\d\\d {2}OK .*\\nEnded: 1 OK, 0 CRITICAL, 0 UNKNOWN\\.\\n"),
                    out.toString(UTF_8));
            assertEquals("", err.toString(UTF_8));
        }
    }

    @Test
    void theWorstResultIsTheExitCode() throws Exception {
        int closed;
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = server.getLocalPort();
        }
        String down = "{name: a, host: 127.0.0.1, port: " + closed + "}";

        assertEquals(2, run(file(down)));
        assertTrue(out.toString(UTF_8).startsWith("CRITICAL  a  127.0.0.1:" + closed), out.toString(UTF_8));
        assertEquals(3, run(file(down, "{name: b, host: 5, port: 1}")));
    }

    @Test
    void notesComeBeforeTheResults() throws Exception {
        run("--json", file("{name: a, host: '[::1]', port: 1, nope: 1}"));

        assertTrue(out.toString(UTF_8).startsWith("{\"run\":1,\"instance\":\"a\",\"kind\":\"note\",\"line\":1,"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--runs 0            | --runs takes a number from 1 on.",
                "--resolve web       | --resolve takes NAME=ADDRESS, not \"web\".",
                "--resolve web=[::1] | --resolve: \"[::1]\" is no address; write one like 127.0.0.1 or ::1, without"
                        + " brackets.",
                "--resolve a=::1 --resolve a=::1 | --resolve names \"a\" twice; give all its addresses at once,"
                        + " separated by commas.",
            })
    void wrongUsageIsOneSentence(String words, String sentence) throws Exception {
        String[] all = Stream.concat(
                        Arrays.stream(words.split(" ", -1)), Stream.of(file("{name: a, host: b, port: 1}")))
                .toArray(String[]::new);

        assertEquals(3, run(all));
        assertEquals("porthole tcp-check: " + sentence + System.lineSeparator(), err.toString(UTF_8));
        assertEquals("", out.toString(UTF_8));
    }

    static Stream<Arguments> hostile() {
        return HostileFiles.all().entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostileFileIsOneSentenceThatNamesItsPlaceAndRunsNothing(String what, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("conf.yaml"), text);

        assertEquals(3, run(file.toString()), what);
        assertEquals("", out.toString(UTF_8));
        assertTrue(
                err.toString(UTF_8)
                        .matches("porthole tcp-check: " + Pattern.quote(file.toString())
                                + ": line \\d+: [^\\n]{10,300}[.?]\\R"),
                err.toString(UTF_8));
    }

    /// Patterns are for the Agent; nobody compiles them here.
    @Test
    void aPatternThatWouldNeverEndIsNotTried() throws IOException {
        int closed;
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = server.getLocalPort();
        }
        String pattern = "metric_patterns: {include: ['^(a+)+$', '(" + "a*".repeat(1000) + ")*b']}";

        assertEquals(2, run(file("{name: a, host: 127.0.0.1, port: " + closed + ", " + pattern + "}")));
        assertEquals(2, out.toString(UTF_8).lines().count(), out.toString(UTF_8));
    }

    @Test
    void aMissingFileIsOneSentence() {
        assertEquals(3, run(folder.resolve("x.yaml").toString()));
        assertEquals(
                "porthole tcp-check: " + folder.resolve("x.yaml")
                        + ": there is no such file; give the path of the conf.yaml." + System.lineSeparator(),
                err.toString(UTF_8));
        assertEquals(3, run());
        assertEquals("", out.toString(UTF_8));
    }

    private String file(String... instances) throws IOException {
        String text = "instances: [" + String.join(", ", instances) + "]";
        return Files.writeString(folder.resolve("conf.yaml"), text).toString();
    }

    private int run(String... words) {
        String[] all =
                Stream.concat(Stream.of("tcp-check"), Arrays.stream(words)).toArray(String[]::new);
        return Main.run(all, new PrintStream(out, false, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
