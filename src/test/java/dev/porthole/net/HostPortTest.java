package dev.porthole.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.porthole.net.InvalidInput.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPortTest {
    @ParameterizedTest
    @CsvSource({
        "example.com, 25, example.com:25",
        "'  example.com  ', ' 25 ', example.com:25",
        "EXAMPLE.com, 25, EXAMPLE.com:25",
        "_sip._tcp.example.com, 25, _sip._tcp.example.com:25",
        "example.com., 25, example.com.:25",
        "127.0.0.1, 25, 127.0.0.1:25",
        "127.0.0.1:25, '', 127.0.0.1:25",
        "127.0.0.1:25, 25, 127.0.0.1:25",
        "::1, 65535, [::1]:65535",
        "[::1], 1, [::1]:1",
        "[::1]:25, '', [::1]:25",
        "'[::1] ', 25, [::1]:25",
        "2001:db8::1:443, 25, [2001:db8::1:443]:25",
        "::ffff:127.0.0.1, 25, [::ffff:127.0.0.1]:25",
        "fe80::1%eth0, 25, [fe80::1%eth0]:25",
        "localhost, smtp, localhost:25",
        "https://host.example/, '', host.example:443",
        "https://host.example/, 25, host.example:25",
        "1:2:3:4:5:6:7:8, 25, [1:2:3:4:5:6:7:8]:25",
    })
    void whatIsMeantIsRead(String host, String port, String meant) {
        assertEquals(meant, HostPort.parse(host, port).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 25, enter a name",
        "':25', '', is missing",
        "0177.0.0.1, 25, leading zeros",
        "256.1.1.1, 25, is not an address",
        "1.2.3.4.5, 25, is not an address",
        "127.1, 25, is not an address",
        "[::1, 25, one bracket",
        "::1], 25, one bracket",
        "[example.com], 25, IPv6 addresses only",
        "127.0.0.1%eth0, 25, IPv6 addresses only",
        "/run/app.sock, 25, UNIX socket",
        "1:2:3, 25, not an IPv6 address",
        "::1::2, 25, not an IPv6 address",
        "rmi://host.example/, 25, leave it out",
        "a..b, 25, extra dot",
        "mysql -h db.example, 25, command line",
        "relative/path, 25, character",
        "a\u200bb.example, 25, character",
        "127.0.0.1:25, 26, keep one",
    })
    void aWrongHostIsNamedWithTheFix(String host, String port, String hint) {
        assertSentence(Field.HOST, "Host: ", hint, host, port);
    }

    @ParameterizedTest
    @CsvSource({
        "'', enter a number",
        "0, outside",
        "65536, outside",
        "99999999999999999999, outside",
        "-1, not a number",
        "025, leading zero",
        "2\uff15, not a number",
        "no-such-service, not a number",
        "25 110 143, one port",
    })
    void aWrongPortIsNamedWithTheFix(String port, String hint) {
        assertSentence(Field.PORT, "Port: ", hint, "localhost", port);
    }

    @Test
    void aLabelOf64CharactersIsTooLong() {
        assertSentence(Field.HOST, "Host: ", "63 characters", "a".repeat(64) + ".example", "25");
        assertEquals(
                "a".repeat(63) + ".example",
                HostPort.parse("a".repeat(63) + ".example", "25").host());
    }

    @Test
    void aLineBreakNeverReachesASentence() {
        var refused = assertThrows(InvalidInput.class, () -> HostPort.parse("host\nX-Injected: 1", "25"));
        assertEquals(-1, refused.sentence().indexOf('\n'));
    }

    private static void assertSentence(Field field, String start, String hint, String host, String port) {
        var refused = assertThrows(InvalidInput.class, () -> HostPort.parse(host, port));
        assertEquals(field, refused.field());
        String sentence = refused.sentence();
        assertEquals(true, sentence.startsWith(start) && sentence.contains(hint) && sentence.endsWith("."), sentence);
    }
}
