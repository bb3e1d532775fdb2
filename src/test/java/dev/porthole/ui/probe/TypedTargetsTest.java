package dev.porthole.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.probe.ProbeSpec;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people type or paste into the fields of the target, letter by letter as the fields see it.
class TypedTargetsTest {
    /// With 7 in the field of the port.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "db.example              | db.example:7",
                "'  db.example  '        | db.example:7",
                "DB.example              | DB.example:7",
                "_xmpp._tcp.db.example   | _xmpp._tcp.db.example:7",
                "10.1.2.3                | 10.1.2.3:7",
                "::1                     | [::1]:7",
                "[::1]                   | [::1]:7",
                "fe80::7%lo              | [fe80::7%lo]:7",
                "bücher.example          | xn--bcher-kva.example:7",
                "other.sock              | other.sock:7",
            })
    void aHostTakesThePortOfItsField(String typed, String target) {
        assertEquals(target, spec(typed, "7").target().toString());
    }

    /// With nothing in the field of the port.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3:8080                        | 10.1.2.3:8080      | OFF",
                "[::1]:8080                           | [::1]:8080         | OFF",
                "db.example:postgresql                | db.example:5432    | OFF",
                "https://web.example:8443/a/b?c=d#e   | web.example:8443   | TLS",
                "https://web.example/                 | web.example:443    | TLS",
                "http://web.example                   | web.example:80     | OFF",
                "imaps://mail.example                 | mail.example:993   | TLS",
                "ftp://me:hidden@files.example/       | files.example:21   | OFF",
                "tcp://queue.example:9000             | queue.example:9000 | OFF",
                "ldap://10.1.2.3/dc=example           | 10.1.2.3:389       | OFF",
                "udp://10.1.2.3:53                    | 10.1.2.3:53        | OFF",
                "/run/app.sock                        | /run/app.sock      | OFF",
                "unix:/run/app.sock                   | /run/app.sock      | OFF",
            })
    void aPastedTargetBringsItsPortAndItsTls(String typed, String target, String security) {
        ProbeForm form = typed(typed, "");
        assertEquals(security, form.get(ProbeField.SECURITY));
        assertEquals(target, spec(form).target().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://web.example/a             | “/a” is not used",
                "::ffff:10.1.2.3                   | over IPv4",
                "bücher.example                    | xn--bcher-kva.example",
                "::1:8080                          | [::1]:8080",
                "fe80::7                           | network interface",
                "ftp://me:hidden@files.example/    | were dropped",
                "db\u3002example                   | db.example",
                "imaps://mail.example              | Port 993",
            })
    void whatIsWorthAWordIsSaidBesideTheField(String typed, String words) {
        String notes = FormTarget.notes(typed(typed, "")).toString();
        assertTrue(notes.contains(words), notes);
        assertTrue(!notes.contains("hidden"), notes);
    }

    /// A sentence at the field, and no probe.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ":8080                | missing",
                "010.1.2.3            | leading zeros",
                "10.1.2.256           | is not an address",
                "10.1.2               | ",
                "10.1.2.3.4           | is not an address",
                "255.255.255.255      | broadcast",
                "[::1                 | bracket",
                "::1]                 | bracket",
                "[db.example]:80      | IPv6 addresses only",
                "[::1]:               | port is missing",
                "10.1.2.3%lo          | IPv6 addresses only",
                "rmi://10.1.2.3/x     | is no service",
                "psql -h db.example   | command line",
                "db..example          | extra dot",
                "xn--b                | xn-- form",
                "db\u200b.example     | cannot be seen",
                "db\u202e.example     | cannot be seen",
                "db\u0000.example     | cannot be seen",
                "10.1.2.3:80:90       | ",
            })
    void whatCannotBeMeantIsToldAtTheField(String typed, String words) {
        String sentence = wrong(typed(typed, "7")).getOrDefault(ProbeField.HOST, "nothing at the host");
        assertTrue(sentence.startsWith("Host"), sentence);
        assertTrue(words == null || sentence.contains(words), sentence);
        assertTrue(sentence.codePoints().noneMatch(each -> each == 0x200b || each == 0x202e || each < ' '), sentence);
    }

    @ParameterizedTest
    @CsvSource({"25, 25", "' 25 ', 25", "smtp, 25", "HTTPS, 443"})
    void aPortIsANumberOrAService(String typed, int port) {
        assertEquals("db.example:" + port, spec("db.example", typed).target().toString());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "0",
                "65536",
                "-1",
                "025",
                "2\uff15",
                "99999999999999999999",
                "80-",
                "25 110",
                "1-9",
                "nosuchservice",
                "1e3",
                "0x19",
            })
    void whatIsNoPortIsToldAtItsField(String typed) {
        Map<ProbeField, String> wrong = wrong(typed("db.example", typed));
        assertEquals(Set.of(ProbeField.PORT), wrong.keySet());
        assertTrue(String.valueOf(wrong.get(ProbeField.PORT)).startsWith("Port"), wrong.toString());
    }

    /// Each letter changes the form, as in the window.
    private static ProbeForm typed(String host, String port) {
        ProbeForm form = ProbeForm.EMPTY.with(ProbeField.PORT, port);
        for (int end = 1; end <= host.length(); end++) {
            form = FormTarget.settled(form, form.with(ProbeField.HOST, host.substring(0, end)));
            var _ = FormTarget.notes(form);
            var _ = form.read();
        }
        return form;
    }

    private static ProbeSpec spec(String host, String port) {
        return spec(typed(host, port));
    }

    private static ProbeSpec spec(ProbeForm form) {
        return assertInstanceOf(ProbeForm.Result.Valid.class, form.read()).spec();
    }

    private static Map<ProbeField, String> wrong(ProbeForm form) {
        return assertInstanceOf(ProbeForm.Result.Invalid.class, form.read()).sentences();
    }
}
