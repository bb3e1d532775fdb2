package dev.porthole.interchange.zabbix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.interchange.yaml.InvalidDocument;
import dev.porthole.interchange.yaml.YamlNode;
import dev.porthole.interchange.yaml.YamlNode.Mapping;
import dev.porthole.interchange.yaml.YamlNode.Scalar;
import dev.porthole.interchange.yaml.YamlNode.Sequence;
import dev.porthole.interchange.yaml.YamlText;
import dev.porthole.net.SocketState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an import into Zabbix checks, on the template and the user parameters that are handed out.
class TemplateTest {
    private static final Path FOLDER = Path.of("docs", "integration", "zabbix");
    private static final Pattern UUID_4 = Pattern.compile("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}");
    private static final Pattern PARAMETER =
            Pattern.compile("UserParameter=([a-z._]+)\\[\\*],/usr/bin/porthole zabbix \"(.*)\"");

    @SuppressWarnings("NullAway.Init")
    private Mapping export;

    @BeforeEach
    void read() throws IOException, InvalidDocument {
        String text = Files.readString(FOLDER.resolve("porthole-tcp-states.yaml"));
        export = mapping(mapping(YamlText.parse(text).orElseThrow()), "zabbix_export");
    }

    @Test
    void everyUuidIsOfVersion4WithoutDashesAndStandsOnce() {
        List<String> uuids = new ArrayList<>();
        collect(export, "uuid", uuids);

        assertEquals(14, uuids.size());
        assertEquals(uuids.size(), new HashSet<>(uuids).size());
        assertEquals(
                List.of(),
                uuids.stream().filter(uuid -> !UUID_4.matcher(uuid).matches()).toList());
    }

    /// Each passive, every 30 seconds, an unsigned number, kept for 7 and 90 days: as the template that it replaces.
    @Test
    void thereIsAnItemForEachState() throws UnsupportedKey {
        Set<SocketState> states = EnumSet.noneOf(SocketState.class);
        for (Mapping item : items()) {
            states.add(ZabbixKey.parse(text(item, "key")).state());
            assertEquals("ZABBIX_PASSIVE", text(item, "type"));
            assertEquals("30s", text(item, "delay"));
            assertEquals("7d", text(item, "history"));
            assertEquals("90d", text(item, "trends"));
            assertEquals("UNSIGNED", text(item, "value_type"));
        }
        assertEquals(EnumSet.range(SocketState.ESTABLISHED, SocketState.CLOSING), states);
        assertEquals(11, items().size());
    }

    @Test
    void nothingElseIsInAnItemThanTheImportKnows() {
        Set<String> known = Set.of(
                "uuid", "name", "type", "key", "delay", "history", "trends", "value_type", "description", "tags");
        for (Mapping item : items()) {
            assertTrue(
                    known.containsAll(item.entries().keySet()),
                    item.entries().keySet().toString());
        }
    }

    @Test
    void theGraphDrawsEveryItemOfTheTemplateInAColourOfItsOwn() {
        String template = text(template(), "template");
        List<String> drawn = new ArrayList<>();
        Set<String> colours = new HashSet<>();
        for (Mapping line : mappings(mappings(export, "graphs").getFirst(), "graph_items")) {
            Mapping item = mapping(line, "item");
            assertEquals(template, text(item, "host"));
            assertEquals(Integer.toString(drawn.size()), text(line, "sortorder"));
            drawn.add(text(item, "key"));
            assertTrue(text(line, "color").matches("[0-9A-F]{6}"), text(line, "color"));
            colours.add(text(line, "color"));
        }
        assertEquals(items().stream().map(item -> text(item, "key")).toList(), drawn);
        assertEquals(drawn.size(), colours.size());
    }

    @Test
    void theTemplateLiesInAGroupThatIsThere() {
        List<String> groups = mappings(export, "groups").stream()
                .map(group -> text(group, "name"))
                .toList();

        assertEquals(
                groups,
                mappings(template(), "groups").stream()
                        .map(group -> text(group, "name"))
                        .toList());
    }

    /// The agent puts the words between the brackets in place of `$1` and `$2`.
    @Test
    void theUserParametersAnswerTheKeysOfTheTemplate() throws IOException, UnsupportedKey {
        List<String> files = Files.readAllLines(FOLDER.resolve("porthole.conf"));
        for (Mapping item : items()) {
            String key = text(item, "key");
            assertEquals(ZabbixKey.parse(key), ZabbixKey.parse(asked(files, key)), key);
        }
        assertEquals(
                new ZabbixKey(SocketState.TIME_WAIT),
                ZabbixKey.parse(asked(files, "linux_status[tcp_status,TIME-WAIT]")));
    }

    private static String asked(List<String> lines, String key) {
        String[] words = key.substring(key.indexOf('[') + 1, key.length() - 1).split(",", -1);
        return lines.stream()
                .map(PARAMETER::matcher)
                .filter(Matcher::matches)
                .filter(line -> line.group(1).equals(key.substring(0, key.indexOf('['))))
                .map(line -> line.group(2).replace("$1", words[0]).replace("$2", words.length > 1 ? words[1] : ""))
                .findFirst()
                .orElseThrow();
    }

    private Mapping template() {
        return mappings(export, "templates").getFirst();
    }

    private List<Mapping> items() {
        return mappings(template(), "items");
    }

    private static void collect(YamlNode node, String key, List<String> found) {
        switch (node) {
            case Mapping mapping ->
                mapping.entries().forEach((name, entry) -> {
                    if (name.equals(key) && entry.value() instanceof Scalar scalar) {
                        found.add(scalar.text());
                    }
                    collect(entry.value(), key, found);
                });
            case Sequence sequence -> sequence.items().forEach(item -> collect(item, key, found));
            case Scalar _ -> {}
        }
    }

    private static Mapping mapping(YamlNode node) {
        return (Mapping) node;
    }

    private static Mapping mapping(Mapping of, String key) {
        return (Mapping) Objects.requireNonNull(of.get(key), key);
    }

    private static List<Mapping> mappings(Mapping of, String key) {
        var items = (Sequence) Objects.requireNonNull(of.get(key), key);
        return items.items().stream().map(TemplateTest::mapping).toList();
    }

    private static String text(Mapping of, String key) {
        return ((Scalar) Objects.requireNonNull(of.get(key), key)).text();
    }
}
