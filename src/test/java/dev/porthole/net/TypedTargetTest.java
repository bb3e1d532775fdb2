package dev.porthole.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.porthole.net.InvalidInput.Field;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTargetTest {
    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "'  example.com  ', example.com",
        "EXAMPLE.com, EXAMPLE.com",
        "_sip._tcp.example.com, _sip._tcp.example.com",
        "127.0.0.1, 127.0.0.1",
        "127.0.0.1:25, 127.0.0.1 25",
        "::1, ::1",
        "[::1], ::1",
        "[::1]:25, ::1 25",
        "fe80::1%eth0, fe80::1%eth0",
        "fe80::1%2, fe80::1%2",
        "2001:db8::5, 2001:db8::5",
        "https://host.example/, host.example https 443 TLS",
        "http://host.example, host.example http 80",
        "HTTP://[::1]:8080/, ::1 8080 http 80",
        "smtp://mail.example, mail.example smtp 25",
        "imaps://mail.example/, mail.example imaps 993 TLS",
        "tcp://h.example:9000, h.example 9000",
        "relative.sock, relative.sock",
    })
    void whatIsPlainIsRead(String typed, String meant) {
        assertEquals(meant, summary(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://host.example:8443/path?q#f | host.example 8443 https 443 TLS - “/path?q#f” is not used",
                "ldap://127.0.0.1/dc=x | 127.0.0.1 ldap 389 - “/dc=x” is not used",
                "::ffff:127.0.0.1 | ::ffff:127.0.0.1 - called over IPv4",
                "münchen.example | xn--mnchen-3ya.example - looked up as xn--mnchen-3ya.example",
                "straße.example | xn--strae-oqa.example - looked up as xn--strae-oqa.example",
                "MÜNCHEN.example | xn--mnchen-3ya.example - looked up as",
                "例え.テスト | xn--r8jz45g.xn--zckzah - looked up as",
                "::1:25 | ::1:25 ? write [::1]:25",
                "2001:db8::1:443 | 2001:db8::1:443 ? write [2001:db8::1]:443",
                "fe80::1 | fe80::1 ? needs the network interface",
                "ftp://u:secret@h.example/ | h.example ftp 21 ? were dropped",
                "ex\u3002ample.example | ex.ample.example ? “ex.ample.example”",
            })
    void whatIsWorthAWordGetsOne(String typed, String meant) {
        String summary = summary(typed);
        int mark = meant.indexOf(" - ") + meant.indexOf(" ? ") + 1;
        assertEquals(meant.substring(0, mark + 3), summary.substring(0, Math.min(mark + 3, summary.length())));
        assertEquals(true, summary.contains(meant.substring(mark + 3)), summary);
    }

    @ParameterizedTest
    @CsvSource({
        "':25', is missing",
        "'', enter a name",
        "0177.0.0.1, leading zeros",
        "256.1.1.1, is not an address",
        "1.2.3.4.5, is not an address",
        "255.255.255.255, broadcast",
        "[::1, one bracket",
        "::1], one bracket",
        "[example.com]:25, IPv6 addresses only",
        "[::1]:, port is missing",
        "127.0.0.1%eth0, IPv6 addresses only",
        "rmi://127.0.0.1/x, is no service",
        "mysql -h db.example -P 3306, command line",
        "a..b, extra dot",
        "xn--a, xn-- form",
        "a\u200bb.example, cannot be seen",
        "a\u202eb.example, cannot be seen",
        "host\u0000.example, cannot be seen",
        "１２７.0.0.1, plain digits",
        "☃.example, character",
    })
    void whatCannotBeMeantIsRefusedWithTheFix(String typed, String hint) {
        assertRefused(typed, hint);
    }

    @Test
    void aLineBreakAndALongLabelAreRefused() {
        assertRefused("host\nX-Injected: 1", "line break");
        assertRefused("a".repeat(64) + ".example", "63 characters");
    }

    @Test
    void aSecretOfAUrlIsNotRepeated() {
        assertEquals(false, summary("ftp://u:secret@h.example/").contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/run/app.sock", "unix:/run/app.sock", "unix:///run/app.sock"})
    void aPathMeansAUnixSocket(String typed) {
        var path = assertInstanceOf(TypedTarget.UnixPath.class, TypedTarget.read(typed));
        assertEquals("/run/app.sock", path.path());
    }

    private static void assertRefused(String typed, String hint) {
        var refused = assertThrows(InvalidInput.class, () -> TypedTarget.read(typed));
        assertEquals(Field.HOST, refused.field());
        assertEquals(true, refused.sentence().contains(hint), refused.sentence());
        assertEquals(-1, refused.sentence().indexOf('\n'));
    }

    private static String summary(String typed) {
        var host = assertInstanceOf(TypedTarget.Host.class, TypedTarget.read(typed));
        Service service = host.service();
        return host.host()
                + (host.port().isPresent() ? " " + host.port().getAsInt() : "")
                + (service == null ? "" : " " + service.name() + " " + service.port() + (service.tls() ? " TLS" : ""))
                + host.notes().stream()
                        .map(note -> (note.doubt() ? " ? " : " - ") + note.sentence())
                        .collect(Collectors.joining());
    }
}
