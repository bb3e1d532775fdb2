package dev.porthole.interchange.checktcp;

import java.util.Arrays;
import java.util.Optional;

/// An option of check-tcp: its letter (a blank if it has none), its word, and what it takes.
enum CheckTcpOption {
    SERVICE(' ', "service", Kind.TEXT, "Service whose port, texts and TLS to use: ftp, pop, spop, imap, simap, ..."),
    HOSTNAME('H', "hostname", Kind.TEXT, "Host name or address; IPv6 addresses in brackets. Without it: this machine"),
    PORT('p', "port", Kind.INTEGER, "Port number"),
    SEND('s', "send", Kind.TEXT, "Text to send after connecting; nothing is added to it"),
    EXPECT('e', "expect-pattern", Kind.TEXT, "Regular expression (RE2) to find in the answer"),
    QUIT('q', "quit", Kind.TEXT, "Text to send at the end; CR LF is added unless -E is given"),
    SSL('S', "ssl", Kind.SWITCH, "Speak TLS"),
    UNIX_SOCK('U', "unix-sock", Kind.TEXT, "Connect to this UNIX socket"),
    NO_CHECK_CERTIFICATE(' ', "no-check-certificate", Kind.SWITCH, "With -S: take any certificate"),
    STATUS_AS(' ', "status-as", Kind.TEXT, "Report a status as another one: critical=ok,warning=unknown"),
    TIMEOUT('t', "timeout", Kind.NUMBER, "Seconds for each of connecting, sending and reading; 0 = no limit (10)"),
    MAXBYTES('m', "maxbytes", Kind.INTEGER, "Look at this many bytes of the answer at most"),
    DELAY('d', "delay", Kind.NUMBER, "Whole seconds to wait before connecting; they count as response time"),
    WARNING('w', "warning", Kind.NUMBER, "WARNING above this response time in seconds; 0 = never"),
    CRITICAL('c', "critical", Kind.NUMBER, "CRITICAL above this response time in seconds; 0 = never"),
    ESCAPE('E', "escape", Kind.SWITCH, "Read \\n, \\r, \\t and \\\\ in the texts of -s and -q; adds nothing to -q"),
    ERROR_WARNING('W', "error-warning", Kind.SWITCH, "Report failures as WARNING instead of CRITICAL"),
    EXPECT_CLOSED('C', "expect-closed", Kind.SWITCH, "OK if the port cannot be connected to, CRITICAL if it can"),
    HELP('h', "help", Kind.SWITCH, "Show this help");

    enum Kind {
        SWITCH("bool"),
        TEXT("string"),
        INTEGER("int"),
        NUMBER("float64");

        /// As messages call it.
        final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    final char letter;
    final String word;
    final Kind kind;
    final String meaning;

    CheckTcpOption(char letter, String word, Kind kind, String meaning) {
        this.letter = letter;
        this.word = word;
        this.kind = kind;
        this.meaning = meaning;
    }

    static Optional<CheckTcpOption> byLetter(int letter) {
        return Arrays.stream(values())
                .filter(option -> option.letter == letter && letter != ' ')
                .findFirst();
    }

    static Optional<CheckTcpOption> byWord(String word) {
        return Arrays.stream(values())
                .filter(option -> option.word.equals(word))
                .findFirst();
    }

    /// `-p, --port`
    @Override
    public String toString() {
        return (letter == ' ' ? "" : "-" + letter + ", ") + "--" + word;
    }
}
