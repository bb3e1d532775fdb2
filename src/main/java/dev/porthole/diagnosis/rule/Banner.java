package dev.porthole.diagnosis.rule;

import dev.porthole.probe.Bytes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Services that are known by how they begin to speak.
enum Banner {
    SSH("SSH", "SSH-"),
    HTTP("HTTP", "HTTP/"),
    HTTP_HTML("HTTP", "<!doctype html"),
    IMAP("IMAP", "* ok", "* preauth"),
    POP3("POP3", "+ok"),
    REDIS("Redis", "-err", "-noauth", "-denied", "+pong"),
    VNC("VNC", "RFB 0"),
    SMTP_OR_FTP("SMTP or FTP", "220 ", "220-", "421 "),
    NNTP("NNTP", "200 ", "201 "),
    XMPP("XMPP", "<?xml version='1.0'?><stream:"),
    MYSQL("MySQL or MariaDB");

    private final String service;
    private final String[] beginnings;

    Banner(String service, String... beginnings) {
        this.service = service;
        this.beginnings = beginnings;
    }

    /// The service that begins like this, `ESMTP` and `FTP` told apart where the text says so.
    static Optional<String> of(Bytes answer) {
        if (answer.length() > 5 && answer.at(3) == 0 && answer.at(4) == 10 && answer.at(2) == 0) {
            return Optional.of(MYSQL.service);
        }
        String text = answer.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(banner -> Arrays.stream(banner.beginnings)
                        .anyMatch(beginning -> text.startsWith(beginning.toLowerCase(Locale.ROOT))))
                .findFirst()
                .map(banner -> banner == SMTP_OR_FTP ? mail(text) : banner.service);
    }

    private static String mail(String text) {
        if (text.contains("smtp")) {
            return "SMTP";
        }
        return text.contains("ftp") ? "FTP" : SMTP_OR_FTP.service;
    }
}
