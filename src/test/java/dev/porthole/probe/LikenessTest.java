package dev.porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SSH-2.0-OpenSSH_9.2p1 | an SSH server",
                "HTTP/1.1 400 Bad Request | a web server",
                "<!DOCTYPE HTML PUBLIC | a web server",
                "220 mx ESMTP Exim 4.96 | a mail server, SMTP",
                "220 (vsFTPd 3.0.3) | an FTP or SMTP server",
                "* OK [CAPABILITY IMAP4rev1] | an IMAP server",
                "+OK Dovecot ready. | a POP3 server",
                "RFB 003.008 | a VNC server",
                "\\x15\\x03\\x03\\x00\\x02\\x02P | TLS: switch TLS on",
                "\\x15\\x30 | ''",
                "hello | ''",
                "'' | ''",
            })
    void whoItLooksLike(String answer, String who) {
        assertEquals(who, Likeness.of(ByteEscapes.read(answer)).orElse(""));
    }
}
