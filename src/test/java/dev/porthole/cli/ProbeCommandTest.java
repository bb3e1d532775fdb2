package dev.porthole.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theVerdictComesFirstThenWhatHappened() throws IOException {
        try (var server = new GreetingServer("220 \u001b[2J\u202eready\r\n")) {
            assertEquals(0, run("probe", "127.0.0.1", server.port(), "-e", "^220", "-q", "QUIT\\r\\n"));
        }
        List<String> lines = out.toString(UTF_8).lines().toList();
        assertTrue(lines.getFirst().startsWith("OK: Connected in "), lines.getFirst());
        assertTrue(lines.contains("  < 220 \\x1b[2J\\u{202e}ready\\r\\n"), lines::toString);
        assertTrue(lines.contains("  > QUIT\\r\\n"), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("  IPv4        127.0.0.1  connected in ")));
        assertEquals("", err.toString(UTF_8));
    }

    @Test
    void aDialogueIsLedInTheOrderOfItsOptions() throws IOException {
        try (var server = new GreetingServer("220 ready\r\n")) {
            assertEquals(
                    0,
                    run(
                            "probe",
                            "127.0.0.1:" + server.port(),
                            "-e",
                            "^220",
                            "-e",
                            "ready",
                            "--send",
                            "x",
                            "-e",
                            "^.PONG",
                            "--send",
                            "y",
                            "--expect-bytes",
                            "+P",
                            "--brief"));
            assertEquals(
                    2, run("probe", "127.0.0.1", server.port(), "-e", "^220", "-e", "full", "--brief", "-t", "0.5"));
            assertEquals(0, run("probe", "127.0.0.1", server.port(), "-e", "^220", "-e", "full", "--any"));
            assertEquals(2, run("probe", "127.0.0.1", server.port(), "-e", "^220", "--reject", "ready"));
        }
        assertTrue(out.toString(UTF_8).contains("CRITICAL (reject-match)"), out.toString(UTF_8));
    }

    @Test
    void aServiceBringsItsWordsAndOptionsBeatThem() throws IOException {
        try (var server = new GreetingServer("220 ready\r\n")) {
            assertEquals(0, run("probe", "127.0.0.1", server.port(), "-s", "smtp"));
            assertTrue(out.toString(UTF_8).contains("> QUIT\\r\\n"), out.toString(UTF_8));
            assertEquals(2, run("probe", "127.0.0.1", server.port(), "-s", "smtp", "-e", "^221", "--brief"));
        }
    }

    @Test
    void perfdataIsOneLineWithTheLimits() throws IOException {
        try (var server = new GreetingServer("220 a|b\r\n")) {
            assertEquals(
                    0,
                    run(
                            "probe",
                            "127.0.0.1",
                            server.port(),
                            "-e",
                            "^220",
                            "--perfdata",
                            "-w",
                            "3,connect=2",
                            "-c",
                            "4"));
        }
        String line = out.toString(UTF_8);
        assertTrue(
                line.matches(
                        "PROBE OK - Connected in [^|]*220 a\\\\x7cb \\| time=\\d\\.\\d{6}s;3\\.000000;4\\.000000;0;"
                                + "10\\.000000 resolve=\\S+ connect=\\d\\.\\d{6}s;2\\.000000;;0; first_byte=\\S+ match=\\S+\\R"),
                line);
    }

    @Test
    void jsonIsOneLineThatTellsAll() throws IOException {
        try (var server = new GreetingServer("220 ready\r\n")) {
            assertEquals(
                    0, run("probe", "127.0.0.1", server.port(), "--send", "PASS canary\\r\\n", "-e", "^220", "--json"));
        }
        String line = out.toString(UTF_8);
        assertEquals(1, line.lines().count());
        Map<String, Object> told = JSON.std.mapFrom(line);
        assertEquals("OK", told.get("verdict"));
        assertEquals("none", told.get("cause"));
        assertEquals("tcp", told.get("transport"));
        assertEquals(null, told.get("tls"));
        assertTrue(!line.contains("canary"), "a credential is not told");
        assertTrue(line.contains("\"bytes\":13,\"text\":\"(13 bytes, not shown: they look like a credential)\""), line);
    }

    @Test
    void aSlowPartWarns() throws IOException {
        try (var server = new GreetingServer("220 ready\r\n")) {
            assertEquals(1, run("probe", "127.0.0.1", server.port(), "-w", "connect=0.000001", "--brief"));
        }
        assertTrue(out.toString(UTF_8).startsWith("WARNING (slow): All went well, but connecting took"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            probe                                    | the target is missing
            probe 256.1.1.1 25                       | is not an address
            probe localhost                          | Port: enter a number
            probe localhost 70000                    | is outside 1 to 65535
            probe localhost:25 26                    | keep one
            probe /run/x 25                          | A UNIX socket has neither a port
            probe unix:                              | the path of a socket is missing
            probe localhost 25 -e (                  | --expect is not a pattern of RE2
            probe localhost 25 --send \\q            | --send has a wrong escape
            probe localhost 25 -s gopher             | --service does not know "gopher"; allowed are FTP
            probe localhost 25 --starttls gopher     | --starttls does not know "gopher"; allowed are smtp
            probe localhost 25 --tls --starttls smtp | exclude each other
            probe localhost 25 --sni x               | --sni is about TLS
            probe localhost 25 --udp --tls           | --udp has no TLS
            probe localhost 25 -t 0                  | --timeout: "0" is not seconds
            probe localhost 25 -w soon               | --warning: "soon" is not seconds
            probe localhost 25 -w lunch=1            | --warning does not know "lunch"; allowed are resolve
            probe localhost 25 --addresses some      | --addresses does not know "some"
            probe localhost 25 -4 -6                 | exclude each other
            probe localhost 25 --max-bytes 0         | a whole number from 1 to 1048576
            probe localhost 25 --tls --ca /nowhere/x | --ca names a file that cannot be read: there is no file
            probe localhost 25 --tls --cert-days x   | --cert-days: "x" is not a whole number
            probe localhost 25 --json --brief        | exclude each other
            probe localhost --batch                  | --batch takes its targets from the recipes
            probe localhost 25 --nope                | Unknown option: '--nope'
            """)
    void aWrongWordIsOneSentenceThatNamesItAndTheFix(String words, String sentence) {
        assertEquals(3, run(words.split(" ", -1)));
        assertEquals("", out.toString(UTF_8));
        assertEquals(1, err.toString(UTF_8).lines().count());
        assertTrue(err.toString(UTF_8).contains(sentence), err.toString(UTF_8));
    }

    @Test
    void thePasswordOfACertificateIsReadFromAFile(@TempDir Path folder) throws IOException {
        Path certificate = Files.write(folder.resolve("own.p12"), new byte[] {1, 2, 3});
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        assertEquals(
                2,
                run(
                        "probe",
                        "127.0.0.1",
                        "1",
                        "--tls",
                        "--brief",
                        "--cert",
                        certificate.toString(),
                        "--cert-password-file",
                        password.toString()));
        assertEquals(3, run("probe", "127.0.0.1", "1", "--tls", "--cert-password-file", password.toString()));
        assertTrue(err.toString(UTF_8).contains("add --cert FILE"), err.toString(UTF_8));
    }

    @Test
    void aUdpUrlIsUdp() {
        assertEquals(2, run("probe", "udp://127.0.0.1:9", "--send", "x", "-t", "0.3", "--json"));
        assertTrue(out.toString(UTF_8).contains("\"transport\":\"udp\""), out.toString(UTF_8));
    }

    @Test
    void theServicesAreListed() {
        assertEquals(0, run("probe", "--services"));
        assertTrue(out.toString(UTF_8).lines().anyMatch(line -> line.startsWith("SMTP-STARTTLS")));
    }

    @Test
    void aBatchAnswersEachLineAndEndsWithTheLast() throws IOException {
        String recipes;
        try (var server = new GreetingServer("220 ready\r\n");
                var silent = new GreetingServer("")) {
            recipes = """
                    {"id":"good","host":"127.0.0.1","port":%s,"expect":"^220"}

                    not json \u001b[2J
                    {"id":"typo","hots":"127.0.0.1"}
                    {"id":"cancelled","host":"127.0.0.1","port":%s,"expect":"x","cancel_after_ms":50}
                    {"id":"late","host":"127.0.0.1","port":%s,"expect":"x","timeout_ms":100}
                    {"id":"no-ca","mode":"tls","host":"127.0.0.1","port":1,"ca":"/nowhere/ca.pem"}""".formatted(server.port(), silent.port(), silent.port());
            assertEquals(0, run(recipes.getBytes(UTF_8), "probe", "--batch"));
        }
        assertEquals(6, out.toString(UTF_8).lines().count());
        assertAnswer("good", "OK", "none");
        assertAnswer(null, "UNKNOWN", "input-invalid");
        assertAnswer("typo", "UNKNOWN", "input-invalid");
        assertAnswer("cancelled", "CANCELLED", "cancelled");
        assertAnswer("late", "CRIT", "read-timeout");
        assertAnswer("no-ca", "UNKNOWN", "input-invalid");
        assertTrue(out.toString(UTF_8).chars().noneMatch(c -> c == 0x1b));
    }

    @Test
    void manyRecipesAreAllAnswered() throws IOException {
        var recipes = new StringBuilder();
        try (var server = new GreetingServer("220 ready\r\n")) {
            for (int i = 0; i < 400; i++) {
                recipes.append("{\"id\":%d,\"host\":\"127.0.0.1\",\"port\":%s,\"expect\":\"^220\"}\n"
                        .formatted(i, server.port()));
            }
            assertEquals(0, run(recipes.toString().getBytes(UTF_8), "probe", "--batch"));
        }
        assertEquals(
                400,
                out.toString(UTF_8)
                        .lines()
                        .filter(line -> line.contains("\"verdict\":\"OK\""))
                        .count());
    }

    @Test
    void aLineWithoutAnEndIsRefusedAndNotKept() {
        byte[] endless = new byte[3 * 1024 * 1024];
        Arrays.fill(endless, (byte) 'x');
        assertEquals(0, run(endless, "probe", "--batch"));
        assertTrue(out.toString(UTF_8).contains("The line is longer than 1048576 bytes"), out.toString(UTF_8));
    }

    private void assertAnswer(@Nullable String id, String verdict, String cause) {
        String begins = "{\"id\":" + (id == null ? "null" : "\"" + id + "\"") + ",\"verdict\":\"" + verdict
                + "\",\"cause\":\"" + cause + "\"";
        assertTrue(out.toString(UTF_8).lines().anyMatch(line -> line.startsWith(begins)), () -> begins + "\n" + out);
    }

    private int run(String... words) {
        return run(new byte[0], words);
    }

    private int run(byte[] in, String... words) {
        return Main.run(
                words,
                new ByteArrayInputStream(in),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
