package dev.porthole.probe;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Guesses from the first bytes of an answer who gave it.
public final class Likeness {
    private static final int LOOKED_AT = 128;
    private static final int ALERT = 0x15;
    private static final int HANDSHAKE = 0x16;
    private static final Pattern MAIL = Pattern.compile("(?is)^220[ -][^\\r\\n]*\\bE?SMTP\\b.*");

    private Likeness() {}

    /// A few words, absent if it looks like nothing known.
    public static Optional<String> of(Bytes answer) {
        if (isTls(answer)) {
            return Optional.of("TLS: switch TLS on");
        }
        String text = new String(answer.first(LOOKED_AT).toArray(), StandardCharsets.ISO_8859_1);
        return Optional.ofNullable(ofText(text));
    }

    private static @Nullable String ofText(String text) {
        if (text.startsWith("SSH-")) {
            return "an SSH server";
        }
        if (text.startsWith("HTTP/")
                || text.regionMatches(true, 0, "<!doctype html", 0, 14)
                || text.startsWith("<html")) {
            return "a web server";
        }
        if (MAIL.matcher(text).matches()) {
            return "a mail server, SMTP";
        }
        if (text.startsWith("220")) {
            return "an FTP or SMTP server";
        }
        if (text.startsWith("* OK") || text.startsWith("* PREAUTH") || text.startsWith("* BYE")) {
            return "an IMAP server";
        }
        if (text.startsWith("+OK")) {
            return "a POP3 server";
        }
        if (text.startsWith("RFB 0")) {
            return "a VNC server";
        }
        if (text.startsWith("-ERR") || text.startsWith("-NOAUTH") || text.startsWith("-DENIED")) {
            return "a Redis or POP3 server that says no";
        }
        if (text.startsWith("<?xml") || text.startsWith("<stream:")) {
            return "an XMPP server";
        }
        return text.startsWith("AMQP") ? "an AMQP server" : null;
    }

    /// A record of TLS: an alert is what a TLS server answers to plain text.
    static boolean isTls(Bytes answer) {
        return answer.length() >= 3
                && (answer.at(0) == ALERT || answer.at(0) == HANDSHAKE)
                && answer.at(1) == 0x03
                && answer.at(2) <= 0x04;
    }
}
