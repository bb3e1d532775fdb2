package dev.porthole.ui.kit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.porthole.counts.AlertChange;
import dev.porthole.counts.Measure;
import dev.porthole.engine.ConnectionCloser;
import dev.porthole.probe.Fault;
import dev.porthole.probe.Part;
import dev.porthole.sockets.Refusal;
import dev.porthole.threshold.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The messages against the FXML and the sources that use them.
class MessagesTest {
    private static final Path FILE = Path.of("resources/dev/porthole/ui/messages.properties");
    private static final Set<String> ALL = new TreeSet<>(Messages.BUNDLE.keySet());
    private static final Set<String> IN_FXML = inFxml();
    private static final String CODE = code();

    /// Words in quotes that stand where a key may stand; the rest of a composed key is filled in below.
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z-]*(?:\\.[a-zA-Z-]+)*\\.?)\"");

    @Test
    void everyKeyOfTheFxmlExists() {
        assertEquals(Set.of(), without(IN_FXML, ALL));
    }

    @Test
    void everyKeyInTheCodeExists() {
        Set<String> asked = new TreeSet<>();
        for (String call : List.of("Messages\\.text", "Fact\\.of")) {
            Pattern.compile(call + "\\(\\s*\"([^\"]+)\"\\s*[,)]")
                    .matcher(CODE)
                    .results()
                    .map(MatchResult::group)
                    .forEach(found -> asked.add(found.replaceAll("^[^\"]*\"|\"[^\"]*$", "")));
        }
        assertFalse(asked.isEmpty());
        assertEquals(Set.of(), without(asked, ALL));
    }

    @Test
    void everyComposedKeyExists() {
        assertEquals(Set.of(), without(composed(), ALL));
    }

    @Test
    void noKeyIsUnused() {
        Set<String> used = new TreeSet<>(IN_FXML);
        used.addAll(composed());
        LITERAL.matcher(CODE).results().forEach(found -> used.add(found.group(1)));
        assertEquals(Set.of(), without(ALL, used));
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        List<String> keys = new ArrayList<>();
        var properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                keys.add((String) key);
                return "";
            }
        };
        try (var reader = Files.newBufferedReader(FILE)) {
            properties.load(reader);
        }
        assertEquals(keys.stream().distinct().toList(), keys);
    }

    @Test
    void everyTextThatTheCodeFormatsCanBeFormatted() {
        for (String key : without(ALL, IN_FXML)) {
            assertDoesNotThrow(() -> new MessageFormat(text(key), Locale.ENGLISH), key);
        }
    }

    @Test
    void formattedTextsDoubleTheirApostrophesAndTextsOfTheFxmlDoNot() {
        for (String key : ALL) {
            String text = text(key);
            assertEquals(0, count(text.replace("''", ""), '\'') % 2, key);
            if (IN_FXML.contains(key)) {
                assertFalse(text.contains("''") || text.contains("{0"), key);
            } else {
                assertFalse(text.replace("''", "").contains("'"), key);
            }
        }
    }

    @Test
    void placesAreFilledInWithoutALocalesGrouping() {
        assertEquals("Theme: dark. Click for the system's.", Messages.text("nav.theme.dark"));
        assertEquals("FTP  (port 2121)", Messages.text("probe.service.choice", "FTP", "2121"));
        assertEquals("1 segment", Messages.text("inspector.segments", 1));
        assertEquals("none", Messages.text("inspector.segments", 0));
        assertEquals("1,234 segments", Messages.text("inspector.segments", 1234));
    }

    private static Set<String> composed() {
        Set<String> keys = new TreeSet<>();
        for (Theme.Choice choice : Theme.Choice.values()) {
            keys.add("nav.theme." + choice.word());
        }
        probeFields(keys);
        for (Refusal refusal : Refusal.values()) {
            keys.add("end.refused." + refusal.name());
            keys.add("end.refused." + refusal.name() + ".brief");
        }
        for (var refusal : ConnectionCloser.Refusal.values()) {
            keys.add("close.refused." + refusal.name());
            keys.add("close.refused." + refusal.name() + ".brief");
        }
        for (var outcome : EnumSet.complementOf(EnumSet.of(ConnectionCloser.Outcome.CLOSED))) {
            keys.add("close.not." + outcome.name());
        }
        for (String kind : List.of("CONNECTION", "LISTEN", "TIME_WAIT", "NONE")) {
            keys.add("close.what." + kind);
        }
        for (String column : List.of(
                "protocol",
                "local-address",
                "local-port",
                "remote-address",
                "remote-port",
                "state",
                "receive-queue",
                "send-queue",
                "pid",
                "process",
                "user",
                "rtt",
                "rtt-variation",
                "retransmits",
                "congestion-window",
                "segment-size",
                "path-mtu",
                "bytes-sent",
                "bytes-received",
                "send-rate",
                "receive-rate",
                "age",
                "drops",
                "accept-queue",
                "exposure")) {
            keys.add("sockets.column." + column);
            keys.add("sockets.column." + column + ".long");
        }
        for (Severity severity : Severity.values()) {
            keys.add("severity." + severity.name().toLowerCase(Locale.ROOT));
            keys.add("severity." + severity.name().toLowerCase(Locale.ROOT) + ".short");
        }
        for (Measure measure : Measure.values()) {
            keys.add("counts.measure." + measure.name());
            keys.add("counts.value." + measure.name());
            keys.add("counts.edit.measure." + measure.name());
        }
        for (AlertChange.Kind kind : AlertChange.Kind.values()) {
            keys.add("counts.news." + kind.name());
        }
        for (String span : List.of("MINUTE", "FIVE_MINUTES", "HOUR", "DAY", "WEEK")) {
            keys.add("counts.chart." + span);
        }
        for (String none : List.of("OK", "WARNING", "CRITICAL")) {
            keys.add("counts.edit.none." + none);
        }
        for (String series : List.of("rtt", "sent", "received")) {
            keys.add("trend." + series);
            keys.add("trend." + series + ".hint");
        }
        for (String group : List.of("connection", "traffic", "waiting")) {
            keys.add("sockets.columns." + group);
        }
        Pattern.compile("\"(figure\\.[a-z-]+)\"").matcher(CODE).results().forEach(found -> {
            keys.add(found.group(1));
            keys.add(found.group(1) + ".hint");
        });
        return keys;
    }

    /// The fields of the form by their ids, which their package keeps to itself.
    private static void probeFields(Set<String> keys) {
        for (String field : List.of(
                "host transport port security check send secret escapes expect quit timeout warning critical how further"
                        .split(" ", -1))) {
            addField(keys, field);
        }
        for (String field : List.of(
                "reject bytes quiet sni alpn authorities client password old days-warning days-critical addresses source"
                        .split(" ", -1))) {
            addField(keys, field);
        }
        addField(keys, "delay");
        choices(keys, "transport", "TCP", "UDP", "UNIX");
        choices(keys, "security", "OFF", "TLS", "SMTP", "IMAP", "POP3", "FTP", "LDAP", "POSTGRES", "XMPP");
        choices(keys, "how", "ANY", "ALL", "OCTETS", "BYTES");
        choices(keys, "addresses", "FIRST_ANSWER", "ONE", "ALL", "IPV4_ONLY", "IPV6_ONLY");
        for (Part part : Part.values()) {
            keys.add("probe.part." + part.name());
        }
        for (Fault.Untrusted why : Fault.Untrusted.values()) {
            keys.add("probe.chain." + why.name());
        }
        for (String group : List.of("web", "mail", "files", "login", "names", "data", "messages", "other")) {
            keys.add("probe.group." + group);
        }
        for (String what : List.of("chain", "name", "dates")) {
            keys.add("probe.tls." + what);
            keys.add("probe.tls.good." + what);
        }
        for (String column : List.of("number", "time", "target", "verdict", "total", "what")) {
            keys.add("probe.runs." + column);
        }
        for (int column = 0; column < 5; column++) {
            keys.add("probe.address.head." + column);
        }
    }

    private static void addField(Set<String> keys, String field) {
        keys.add("probe.field." + field);
        keys.add("probe.field." + field + ".help");
    }

    private static void choices(Set<String> keys, String field, String... choices) {
        for (String choice : choices) {
            keys.add("probe.choice." + field + "." + choice);
        }
    }

    private static Set<String> inFxml() {
        Pattern key = Pattern.compile("=\"%([^\"]+)\"");
        Set<String> keys = new TreeSet<>();
        files(Path.of("resources/dev/porthole/ui"), ".fxml")
                .forEach(text -> key.matcher(text).results().forEach(found -> keys.add(found.group(1))));
        return keys;
    }

    private static String code() {
        return String.join("\n", files(Path.of("src/main/java/dev/porthole/ui"), ".java"));
    }

    private static List<String> files(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .map(MessagesTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String key) {
        return Messages.BUNDLE.getString(key);
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
