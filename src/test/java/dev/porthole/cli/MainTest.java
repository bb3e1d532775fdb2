package dev.porthole.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpShowsExamplesAndExitCodes() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString(UTF_8).contains("Examples:"));
        assertTrue(out.toString(UTF_8).contains("Exit codes:"));
        assertTrue(out.toString(UTF_8).contains("check-tcp"));
        assertEquals("", err.toString(UTF_8));
    }

    @Test
    void noWordsAskForHelp() {
        assertEquals(0, run());
        assertTrue(out.toString(UTF_8).startsWith("Usage: porthole"));
    }

    @Test
    void theVersionIsOneLine() {
        assertEquals(0, run("--version"));
        assertTrue(out.toString(UTF_8).matches("porthole \\S.*\\R"), out.toString(UTF_8));
    }

    @Test
    void anUnknownCommandIsOneSentence() {
        assertEquals(3, run("nope", "-x"));
        assertEquals(
                "porthole: there is no command “nope”; see porthole --help." + System.lineSeparator(),
                err.toString(UTF_8));
        assertEquals("", out.toString(UTF_8));
    }

    @Test
    void anUnknownOptionIsOneSentence() {
        assertEquals(3, run("--nope"));
        assertEquals(1, err.toString(UTF_8).lines().count());
    }

    @Test
    void checkTcpKeepsItsOwnWordsAndCodes() {
        assertEquals(3, run("check-tcp", "--service=foo", "@file", ""));
        assertEquals("FOO UNKNOWN: check-tcp called with unknown service: FOO\n", out.toString(UTF_8));
        assertEquals(1, run("check-tcp", "--version"));
    }

    @Test
    void aReaderWhoLeavesEndsTheProgramQuietly() {
        var gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        var stream = new PrintStream(new ReaderWatch(gone), false, UTF_8);
        assertEquals(141, Main.run(new String[] {"--help"}, stream, new PrintStream(err, true, UTF_8)));
        assertEquals("", err.toString(UTF_8));
    }

    private int run(String... words) {
        return Main.run(words, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
