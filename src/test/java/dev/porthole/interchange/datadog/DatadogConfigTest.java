package dev.porthole.interchange.datadog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.interchange.yaml.InvalidDocument;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatadogConfigTest {
    private static final String MINIMAL = "instances:\n  - name: web\n    host: localhost\n    port: 80\n";

    @Test
    void theDefaultsAreTheOriginals() throws Exception {
        TcpInstance check = only(MINIMAL);

        assertEquals("web", check.name());
        assertEquals("localhost:80", check.peer().toString());
        assertEquals(Duration.ofSeconds(10), check.timeout());
        assertEquals(Duration.ofSeconds(15), check.interval());
        assertEquals(
                new TcpInstance.Addressing(false, false, null), check.settings().addressing());
        assertEquals(
                new TcpInstance.Reporting(false, List.of(), null),
                check.settings().reporting());
        assertEquals(2, check.line());
        assertEquals(List.of(), DatadogConfig.parse(MINIMAL).notes());
    }

    @Test
    void everySettingIsRead() throws Exception {
        TcpInstance check = only("init_config:\n  service: all\n" + MINIMAL
                + "    timeout: 2.5\n    collect_response_time: true\n    ip_cache_duration: 120\n"
                + "    multiple_ips: yes\n    ipv4_only: on\n    tags:\n      - a:b\n      - 7\n"
                + "    service: own\n    min_collection_interval: 30\n");

        assertEquals(Duration.ofMillis(2500), check.timeout());
        assertEquals(Duration.ofSeconds(30), check.interval());
        assertEquals(
                new TcpInstance.Addressing(true, true, Duration.ofMinutes(2)),
                check.settings().addressing());
        assertEquals(
                new TcpInstance.Reporting(true, List.of("a:b", "7"), "own"),
                check.settings().reporting());
    }

    @Test
    void theServiceOfAllHoldsForWhoHasNone() throws Exception {
        assertEquals(
                "all",
                only("init_config:\n  service: all\n" + MINIMAL)
                        .settings()
                        .reporting()
                        .service());
    }

    @ParameterizedTest
    @CsvSource({
        "8080, 8080",
        "'\"8080\"', 8080",
        "80.9, 80",
        "0x50, 80",
        "0120, 80",
        "true, 1",
        "70000, 70000",
        "-5, -5"
    })
    void aPortIsWhatPythonMakesOfIt(String yaml, long port) throws Exception {
        assertEquals(
                port, only(MINIMAL.replace("port: 80", "port: " + yaml)).peer().port());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: web      |                | `None` is an invalid `name`; a string must be specified.",
                "name: web      | name: 5        | `5` is an invalid `name`; a string must be specified.",
                "host: localhost |               | `None` is an invalid `url`; a string must be specified.",
                "host: localhost | host: 5       | `5` is an invalid `url`; a string must be specified.",
                "host: localhost | host: true    | `True` is an invalid `url`; a string must be specified.",
                "host: localhost | 'host: [a, b]' | `['a', 'b']` is an invalid `url`; a string must be specified.",
                "port: 80       |                | `None` is an invalid `port`; a number must be specified.",
                "port: 80       | port: http     | `http` is an invalid `port`; a number must be specified.",
                "port: 80       | 'port: \"80.5\"' | `80.5` is an invalid `port`; a number must be specified.",
                "port: 80       | 'port: \"0x50\"' | `0x50` is an invalid `port`; a number must be specified.",
                "port: 80       | 'port: {a: b}' | `{'a': 'b'}` is an invalid `port`; a number must be specified.",
            })
    void aWrongTypeIsTheOriginalsConfigError(String from, String to, String message) throws Exception {
        BrokenInstance broken = broken(MINIMAL.replace(from, to == null ? "x: y" : to));

        assertEquals(message, broken.message());
        assertTrue(broken.fix().endsWith("."), broken.fix());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout: soon          | `soon` is an invalid `timeout`; a number must be specified.",
                "timeout:               | `None` is an invalid `timeout`; a number must be specified.",
                "ip_cache_duration: x   | `x` is an invalid `ip_cache_duration`; a number must be specified.",
                "tags: foo:bar          | `foo:bar` is an invalid `tags`; a list must be specified.",
                "tags:                  | `None` is an invalid `tags`; a list must be specified.",
            })
    void otherSettingsAreNamedToo(String setting, String message) throws Exception {
        assertEquals(message, broken(MINIMAL + "    " + setting + "\n").message());
    }

    @Test
    void anInstanceThatIsRefusedLeavesTheOthers() throws Exception {
        DatadogConfig config = DatadogConfig.parse(MINIMAL + "  - name: broken\n    host: h\n");

        assertEquals(2, config.instances().size());
        assertEquals(1, config.checks().size());
        assertEquals("broken", config.instances().getLast().name());
        assertEquals(5, config.instances().getLast().line());
    }

    @ParameterizedTest
    @CsvSource({"'\"false\"', true", "false, false", "no, false", "0, false", "1, true", "~, false", "'\"\"', false"})
    void aSwitchIsWhatPythonTakesForTrue(String yaml, boolean on) throws Exception {
        assertEquals(
                on,
                only(MINIMAL + "    ipv4_only: " + yaml + "\n")
                        .settings()
                        .addressing()
                        .ipv4Only());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metric_patterns: {include: ['(a+)+$']} | “metric_patterns” is for the Agent and has no effect here.",
                "colect_response_time: true | “colect_response_time” is no setting of tcp_check and has no effect.",
                "ipv4_only: \"false\" | “ipv4_only” is a text, which tcp_check takes for true; write true or false"
                        + " without quotes.",
                "min_collection_interval: 0.5 | min_collection_interval takes whole seconds from 1 on; with this value"
                        + " it is 15.",
                "timeout: 0 | a timeout of 0 or less never connects; write seconds, such as 10.",
                "tags: [[a]] | a tag is one text; this list or mapping is left out.",
                "tags: [[a], b, {c: d}] | a tag is one text; these 2 lists and mappings are left out.",
            })
    void whatCannotBeCarriedOverIsNoted(String setting, String sentence) throws Exception {
        DatadogConfig config = DatadogConfig.parse(MINIMAL + "    " + setting + "\n");

        assertEquals(List.of(new Note(5, "web", sentence)), config.notes());
    }

    @Test
    void whatTheAgentFillsInIsNoted() throws Exception {
        assertTrue(DatadogConfig.parse(MINIMAL.replace("localhost", "\"%%host%%\""))
                .notes()
                .getFirst()
                .sentence()
                .contains("write the host itself"));
        assertTrue(DatadogConfig.parse(MINIMAL.replace("80", "70000"))
                .notes()
                .getFirst()
                .sentence()
                .contains("there is no port 70000"));
    }

    @Test
    void whatIsNotAboutTcpCheckIsNoted() throws Exception {
        List<Note> notes = DatadogConfig.parse("init_config:\n  proxy: x\nlogs: []\n" + MINIMAL)
                .notes();

        assertEquals(2, notes.size());
        assertEquals(
                "“proxy” under init_config has no effect here.",
                notes.getFirst().sentence());
        assertEquals(
                "“logs” is for the Agent and has no effect here.",
                notes.getLast().sentence());
        assertNull(notes.getLast().instance());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''               | The file is empty;",
                "just words       | line 1: a tcp_check file begins with “init_config:” and “instances:”",
                "- a              | line 1: a tcp_check file begins with",
                "init_config:     | line 1: there is no “instances:”",
                "instances:       | line 1: “instances:” takes a list",
                "instances: {a: 1} | line 1: “instances:” takes a list",
                "instances: []    | line 1: “instances:” has 0 entries",
                "instances: [5]   | line 1: an instance is a mapping of name, host and port",
            })
    void anotherFileIsRefusedInASentence(String text, String beginning) {
        String sentence = fault(text);

        assertTrue(sentence.startsWith(beginning), sentence);
    }

    @Test
    void moreInstancesThanCanBeRunAreRefused() {
        String many = "instances:\n" + "  - {name: a, host: b, port: 1}\n".repeat(1001);

        assertThrows(InvalidDocument.class, () -> DatadogConfig.parse(many));
    }

    @Test
    void settingsWithoutEndAreRefusedWhereTheyBecomeTooMany() {
        String unknown =
                IntStream.range(0, 98).mapToObj(i -> "    k" + i + ": 1\n").collect(Collectors.joining());
        String many = MINIMAL + unknown;

        assertEquals(
                "line 102: the 101st setting in one place; tcp_check knows eleven: is this its file?", fault(many));
        String noted = "instances:\n" + "  - {name: a, host: b, port: 1, x: 1, y: 1, z: 1}\n".repeat(1000);
        assertEquals("line 668: more than 2000 settings so far that have no effect here; remove them.", fault(noted));
    }

    @Test
    void aBombInTagsIsOneSentenceAndNoInstance() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertTrue(fault(bomb + MINIMAL + "    tags: *a19\n").startsWith("line 14: with *a12 written out"));
    }

    @Test
    void aLargeValueIsShownInAFewWords() throws Exception {
        var large = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 10; i++) {
            large.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        DatadogConfig config = DatadogConfig.parse(large + MINIMAL.replace("host: localhost", "host: *a9"));

        BrokenInstance broken =
                assertInstanceOf(BrokenInstance.class, config.instances().getFirst());
        assertEquals("`[[…], […]]` is an invalid `url`; a string must be specified.", broken.message());
        assertFalse(config.notes().isEmpty());
    }

    private static String fault(String text) {
        return assertThrows(InvalidDocument.class, () -> DatadogConfig.parse(text))
                .sentence();
    }

    private static TcpInstance only(String text) throws InvalidDocument {
        return assertInstanceOf(
                TcpInstance.class, DatadogConfig.parse(text).instances().getFirst());
    }

    private static BrokenInstance broken(String text) throws InvalidDocument {
        return assertInstanceOf(
                BrokenInstance.class, DatadogConfig.parse(text).instances().getFirst());
    }
}
