package dev.porthole.probe.wire;

import dev.porthole.probe.Bytes;
import dev.porthole.probe.Fault;
import dev.porthole.probe.StartTls;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// SMTP, FTP, IMAP and POP3 up to their go-ahead for TLS.
record LineProtocols(StartTls protocol, PlainTalk talk) {
    private static final Pattern CODE = Pattern.compile("[1-5][0-9][0-9]([ -].*)?", Pattern.DOTALL);
    private static final Set<Integer> UNKNOWN_COMMAND = Set.of(500, 502);
    private static final int MOST_LINES = 1000;

    /// An answer that begins with a number, of one line or of several.
    private record Reply(int code, List<String> lines) {
        boolean isRefusal() {
            return code >= 400;
        }

        /// Whether one of the lines behind the number is just this word.
        boolean offers(String word) {
            return lines.stream()
                    .anyMatch(line -> line.length() > 4
                            && line.substring(4)
                                    .strip()
                                    .toUpperCase(Locale.ROOT)
                                    .equals(word));
        }

        String text() {
            return String.join(" / ", lines);
        }
    }

    void lead() throws PlainTalk.Over, InterruptedException {
        switch (protocol) {
            case SMTP -> smtp();
            case FTP -> ftp();
            case IMAP -> imap();
            default -> pop3();
        }
    }

    private void smtp() throws PlainTalk.Over, InterruptedException {
        greeting();
        talk.say("EHLO porthole\r\n");
        Reply features = reply();
        if (features.isRefusal() || !features.offers("STARTTLS")) {
            throw new PlainTalk.Over(new Fault.StartTlsNotOffered(protocol));
        }
        talk.say("STARTTLS\r\n");
        Reply answer = reply();
        if (answer.code() != 220) {
            throw refused(answer.text());
        }
    }

    private void ftp() throws PlainTalk.Over, InterruptedException {
        greeting();
        talk.say("AUTH TLS\r\n");
        Reply answer = reply();
        if (UNKNOWN_COMMAND.contains(answer.code())) {
            throw new PlainTalk.Over(new Fault.StartTlsNotOffered(protocol));
        }
        if (answer.code() != 234) {
            throw refused(answer.text());
        }
    }

    private void greeting() throws PlainTalk.Over, InterruptedException {
        Reply greeting = reply();
        if (greeting.isRefusal()) {
            throw refused(greeting.text());
        }
        if (greeting.code() != 220) {
            throw unexpected(greeting.text());
        }
    }

    private void imap() throws PlainTalk.Over, InterruptedException {
        String greeting = talk.line();
        if (starts(greeting, "* PREAUTH") || starts(greeting, "* BYE")) {
            throw refused(greeting);
        }
        if (!starts(greeting, "* OK")) {
            throw unexpected(greeting);
        }
        talk.say("a CAPABILITY\r\n");
        List<String> features = tagged("a");
        boolean offered = features.stream()
                .filter(line -> starts(line, "* CAPABILITY"))
                .anyMatch(line ->
                        List.of(line.toUpperCase(Locale.ROOT).split(" ", -1)).contains("STARTTLS"));
        if (!offered) {
            throw new PlainTalk.Over(new Fault.StartTlsNotOffered(protocol));
        }
        talk.say("b STARTTLS\r\n");
        String answer = tagged("b").getLast();
        if (!starts(answer, "b OK")) {
            throw refused(answer);
        }
    }

    /// All lines up to the one with the tag.
    private List<String> tagged(String tag) throws PlainTalk.Over, InterruptedException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(talk.line());
            if (starts(lines.getLast(), "* BYE")) {
                throw refused(lines.getLast());
            }
        } while (!starts(lines.getLast(), tag + " ") && lines.size() < MOST_LINES);
        return lines;
    }

    private void pop3() throws PlainTalk.Over, InterruptedException {
        String greeting = talk.line();
        if (starts(greeting, "-ERR")) {
            throw refused(greeting);
        }
        if (!starts(greeting, "+OK")) {
            throw unexpected(greeting);
        }
        talk.say("CAPA\r\n");
        boolean offered = false;
        if (starts(talk.line(), "+OK")) {
            String line = talk.line();
            for (int i = 0; !line.equals(".") && i < MOST_LINES; i++) {
                offered |= line.toUpperCase(Locale.ROOT).equals("STLS");
                line = talk.line();
            }
        }
        if (!offered) {
            throw new PlainTalk.Over(new Fault.StartTlsNotOffered(protocol));
        }
        talk.say("STLS\r\n");
        String answer = talk.line();
        if (!starts(answer, "+OK")) {
            throw refused(answer);
        }
    }

    /// The last line has a blank behind the number; FTP writes what it likes between the first and the last.
    private Reply reply() throws PlainTalk.Over, InterruptedException {
        List<String> lines = new ArrayList<>(List.of(talk.line()));
        String first = lines.getFirst();
        if (!CODE.matcher(first).matches()) {
            throw unexpected(first);
        }
        String code = first.substring(0, 3);
        while (first.startsWith("-", 3) && !isLast(lines.getLast(), code) && lines.size() < MOST_LINES) {
            lines.add(talk.line());
        }
        return new Reply(Integer.parseInt(code), lines);
    }

    private static boolean isLast(String line, String code) {
        return line.equals(code) || line.startsWith(code + " ");
    }

    private static boolean starts(String line, String beginning) {
        return line.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    private PlainTalk.Over refused(String text) {
        return new PlainTalk.Over(new Fault.StartTlsRefused(protocol, text));
    }

    private PlainTalk.Over unexpected(String text) {
        return new PlainTalk.Over(
                new Fault.StartTlsUnexpected(protocol, Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1))));
    }
}
