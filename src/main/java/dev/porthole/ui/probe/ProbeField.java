package dev.porthole.ui.probe;

import dev.porthole.probe.Part;
import dev.porthole.ui.kit.Messages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The fields of the form: what each holds at first, and how it is filled in.
enum ProbeField {
    HOST(Kind.TEXT, "localhost"),
    PORT(Kind.TEXT, ""),
    TRANSPORT(List.of("TCP", "UDP", "UNIX")),
    SECURITY(List.of("OFF", "TLS", "SMTP", "IMAP", "POP3", "FTP", "LDAP", "POSTGRES", "XMPP")),
    CHECK(Kind.SWITCH, "true"),
    SEND(Kind.TEXT, ""),
    SECRET(Kind.SWITCH, "false"),
    ESCAPES(Kind.SWITCH, "true"),
    EXPECT(Kind.TEXT, ""),
    QUIT(Kind.TEXT, ""),
    TIMEOUT(Kind.TEXT, "10"),
    WARNING(Kind.TEXT, ""),
    CRITICAL(Kind.TEXT, ""),
    HOW(List.of("ANY", "ALL", "OCTETS", "BYTES")),
    FURTHER(Kind.LINES, ""),
    REJECT(Kind.LINES, ""),
    BYTES(Kind.TEXT, "65536"),
    QUIET(Kind.TEXT, "0.3"),
    SNI(Kind.TEXT, ""),
    ALPN(Kind.TEXT, ""),
    AUTHORITIES(Kind.FILE, ""),
    CLIENT(Kind.FILE, ""),
    PASSWORD(Kind.PASSWORD, ""),
    OLD(Kind.SWITCH, "false"),
    DAYS_WARNING(Kind.TEXT, "14"),
    DAYS_CRITICAL(Kind.TEXT, ""),
    ADDRESSES(List.of("FIRST_ANSWER", "ONE", "ALL", "IPV4_ONLY", "IPV6_ONLY")),
    SOURCE(Kind.TEXT, ""),
    DELAY(Kind.TEXT, ""),
    RESOLVE_WARNING(Part.RESOLVE),
    RESOLVE_CRITICAL(Part.RESOLVE),
    CONNECT_WARNING(Part.CONNECT),
    CONNECT_CRITICAL(Part.CONNECT),
    STARTTLS_WARNING(Part.STARTTLS),
    STARTTLS_CRITICAL(Part.STARTTLS),
    TLS_WARNING(Part.TLS),
    TLS_CRITICAL(Part.TLS),
    SEND_WARNING(Part.SEND),
    SEND_CRITICAL(Part.SEND),
    FIRST_BYTE_WARNING(Part.FIRST_BYTE),
    FIRST_BYTE_CRITICAL(Part.FIRST_BYTE),
    MATCH_WARNING(Part.MATCH),
    MATCH_CRITICAL(Part.MATCH),
    QUIT_WARNING(Part.QUIT),
    QUIT_CRITICAL(Part.QUIT);

    enum Kind {
        TEXT,
        LINES,
        SWITCH,
        CHOICE,
        FILE,
        PASSWORD
    }

    private final Kind kind;
    private final String first;
    /// Separated by blanks.
    private final String choices;
    private final @Nullable Part part;

    ProbeField(Kind kind, String first) {
        this(kind, first, "", null);
    }

    ProbeField(Part part) {
        this(Kind.TEXT, "", "", part);
    }

    /// One of several words, of which the first holds at first.
    ProbeField(List<String> choices) {
        this(Kind.CHOICE, choices.getFirst(), String.join(" ", choices), null);
    }

    ProbeField(Kind kind, String first, String choices, @Nullable Part part) {
        this.kind = kind;
        this.first = first;
        this.choices = choices;
        this.part = part;
    }

    Kind kind() {
        return kind;
    }

    /// What an untouched form holds.
    String first() {
        return first;
    }

    List<String> choices() {
        return List.of(choices.split(" ", -1));
    }

    /// The limit of a part of the run.
    static ProbeField limit(Part part, boolean critical) {
        return valueOf(part.name() + (critical ? "_CRITICAL" : "_WARNING"));
    }

    /// In settings, and the id of its control: `days-warning`.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        if (part == null) {
            return Messages.text("probe.field." + word());
        }
        String which = name().endsWith("CRITICAL") ? "probe.part.critical" : "probe.part.warning";
        return Messages.text(which, Messages.text("probe.part." + part.name()));
    }

    /// One line that explains it.
    String help() {
        return part == null
                ? Messages.text("probe.field." + word() + ".help")
                : Messages.text("probe.part.help", Messages.text("probe.part." + part.name()));
    }

    boolean isPartLimit() {
        return part != null;
    }
}
