package dev.porthole.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.interchange.ShellWords;
import dev.porthole.interchange.checktcp.CheckTcpCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The form and check-tcp's command line, both ways.
class CheckTcpFormTest {
    private static final ProbeForm FULL = ProbeForm.EMPTY
            .with(ProbeField.HOST, "::1")
            .with(ProbeField.PORT, "995")
            .with(ProbeField.SECURITY, "TLS")
            .with(ProbeField.CHECK, "false")
            .with(ProbeField.SEND, "it's \"a\" $(x)\\r\\n")
            .with(ProbeField.EXPECT, "-x|^\\+OK")
            .with(ProbeField.QUIT, "QUIT\\r\\n")
            .with(ProbeField.BYTES, "100")
            .with(ProbeField.TIMEOUT, "2.5")
            .with(ProbeField.DELAY, "1")
            .with(ProbeField.WARNING, "0.5")
            .with(ProbeField.CRITICAL, "1")
            .with(ProbeField.DAYS_WARNING, "");

    @Test
    void whatCheckTcpCanSayComesBackAsItWas() {
        CheckTcpCommand command = command(FULL);
        assertEquals(List.of(), command.lost());
        ProbeForm back = CheckTcpForm.read(ShellWords.join(command.words())).form();
        assertEquals(FULL, back.with(ProbeField.DAYS_WARNING, ""));
    }

    @Test
    void aUnixSocketComesBack() {
        ProbeForm form = ProbeForm.EMPTY.with(ProbeField.HOST, "/run/it's.sock").with(ProbeField.TRANSPORT, "UNIX");
        assertEquals(
                form, CheckTcpForm.read(ShellWords.join(command(form).words())).form());
    }

    @Test
    void whatCheckTcpCannotBeToldIsListed() {
        List<String> lost = command(ProbeForm.EMPTY
                        .with(ProbeField.PORT, "25")
                        .with(ProbeField.SECURITY, "SMTP")
                        .with(ProbeField.SEND, "\\x00")
                        .with(ProbeField.EXPECT, "a")
                        .with(ProbeField.FURTHER, "b")
                        .with(ProbeField.REJECT, "c")
                        .with(ProbeField.ALPN, "h2")
                        .with(ProbeField.DELAY, "0.5")
                        .with(ProbeField.CONNECT_WARNING, "1")
                        .with(ProbeField.ADDRESSES, "ALL"))
                .lost();
        for (String each :
                List.of("STARTTLS", "Send", "more than one", "Reject", "ALPN", "delay", "phases", "addresses")) {
            assertTrue(lost.stream().anyMatch(said -> said.contains(each)), each + " in " + lost);
        }
    }

    @Test
    void aPresetAndOptionsOfTheReportAreUnderstood() {
        CheckTcpForm read = CheckTcpForm.read("sudo /usr/bin/check-tcp --service smtp -H mail.test -W -t 3");
        assertEquals("25", read.form().get(ProbeField.PORT));
        assertEquals("^220", read.form().get(ProbeField.EXPECT));
        assertEquals("QUIT\\r\\n", read.form().get(ProbeField.QUIT));
        assertTrue(
                read.notes().toString().contains("--error-warning"),
                read.notes().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "curl http://x", "check-tcp --no-such", "check-tcp 'open", "check-tcp -p 70000"})
    void whatIsNoCallOfCheckTcpIsRefusedWithAReason(String line) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> CheckTcpForm.read(line));
        assertTrue(!String.valueOf(refused.getMessage()).isBlank());
    }

    private static CheckTcpCommand command(ProbeForm form) {
        return CheckTcpCommand.of(
                assertInstanceOf(ProbeForm.Result.Valid.class, form.read()).spec());
    }
}
