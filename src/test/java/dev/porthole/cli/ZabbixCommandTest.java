package dev.porthole.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZabbixCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp.status[listen] | 2",
                "tcp.status[closed] | 0",
                "linux_status[tcp_status,TIME-WAIT] | 1",
                "linux_status[\"tcp_status\",\"LISTEN\"] | 2"
            })
    void aKeyIsAnsweredWithOneNumber(String key, String number) throws IOException {
        String sockets = fixture("""
                [{"proto": "tcp", "status": "LISTEN"}, {"proto": "tcp6", "status": "LISTEN"},
                 {"proto": "tcp", "status": "TIME_WAIT"}, {"proto": "udp", "status": "NONE"}]""");

        assertEquals(0, run("--test", sockets, key));
        assertEquals(0, run("--test=" + sockets, key));
        assertEquals((number + "\n").repeat(2), out.toString(UTF_8));
        assertEquals("", err.toString(UTF_8));
    }

    /// Zabbix takes the line that begins so for the reason why an item is not supported.
    @ParameterizedTest
    @ValueSource(strings = {"", "tcp.status[LISTEN]", "linux_status[tcp_status,FIN-WAIT]", "net.tcp.port[80]"})
    void anyOtherKeyIsNotSupported(String key) throws IOException {
        assertEquals(1, run("--test", fixture("[]"), key));

        assertTrue(out.toString(UTF_8).matches("ZBX_NOTSUPPORTED: \\S.*\\.\n"), out.toString(UTF_8));
        assertEquals("", err.toString(UTF_8));
    }

    @Test
    void aFixtureThatCannotBeReadIsTheReason() throws IOException {
        assertEquals(1, run("--test", folder.resolve("none").toString(), "tcp.status[listen]"));
        assertTrue(out.toString(UTF_8).matches("ZBX_NOTSUPPORTED: The fixture .*there is no such file\\.\n"));

        out.reset();
        assertEquals(1, run("--test", fixture("{"), "tcp.status[listen]"));
        assertTrue(out.toString(UTF_8).startsWith("ZBX_NOTSUPPORTED: "), out.toString(UTF_8));
        assertEquals(1, out.toString(UTF_8).lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--test", "--test x", "tcp.status[listen] tcp.status[closed]"})
    void otherWordsAreToldTheUsage(String words) {
        assertEquals(3, run(words.isEmpty() ? new String[0] : words.split(" ", -1)));

        assertEquals("", out.toString(UTF_8));
        assertTrue(err.toString(UTF_8).contains("Usage: porthole zabbix"), err.toString(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void helpListsKeysAndExitCodes(String word) {
        assertEquals(0, run(word));

        assertTrue(out.toString(UTF_8).contains("tcp.status[K]"));
        assertTrue(out.toString(UTF_8).contains("Exit codes:"));
    }

    @Test
    @Tag("host")
    void thisMachinesListenersAreCounted() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertEquals(0, run("tcp.status[listen]"), listener::toString);
        }
        assertTrue(Integer.parseInt(out.toString(UTF_8).strip()) >= 1);
    }

    private String fixture(String sockets) throws IOException {
        return Files.writeString(folder.resolve("sockets.json"), sockets).toString();
    }

    private int run(String... words) {
        var command = new ZabbixCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return command.run(List.of(words));
    }
}
