package dev.porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesTest {
    private static final String LIST = """
            # a remark
            [A]
            port      1 2
            send      hi \\x00\\r\\n
            expect    ^a b$
            quit      bye
            says      Says a.

            [B]
            port      3
            security  starttls SMTP
            octets
            expect    \\xff
            """;

    @Test
    void aBlockIsAService() {
        Service a = Services.parse(LIST).getFirst();
        assertEquals("A", a.name());
        assertEquals(List.of(1, 2), a.access().ports());
        assertEquals(1, a.port());
        assertEquals(Service.Transport.TCP, a.access().transport());
        assertEquals("Says a.", a.says());
        assertEquals(
                List.of(
                        new Step.Send(Bytes.utf8("hi \0\r\n")),
                        new Step.Expect(Regex.guarded("^a b$"), Reading.UntilMatch.DEFAULT),
                        new Step.Quit(Bytes.utf8("bye"))),
                a.steps(TlsSpec.thorough(TlsSpec.CertificateCheck.REQUIRED)));
    }

    @Test
    void aServiceThatIsRaisedToTlsBeginsWithThat() {
        Service b = Services.parse(LIST).getLast();
        var tls = TlsSpec.thorough(TlsSpec.CertificateCheck.NONE);
        assertNull(b.tls(tls));
        assertEquals(new Step.RaiseToTls(StartTls.SMTP, tls), b.steps(tls).getFirst());
        assertEquals(Regex.octets("\\xff"), b.talk().expect());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[A]\nport x", "[A]\nport 1\nwhat 2", "[A]\nport 1\nport 2", "[A]\nport 1\n[A]\nport 1"})
    void aMistakeInTheListIsFound(String list) {
        assertThrows(IllegalArgumentException.class, () -> Services.parse(list));
    }
}
