package dev.porthole.interchange.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.interchange.yaml.YamlNode.Mapping;
import dev.porthole.interchange.yaml.YamlNode.Scalar;
import dev.porthole.interchange.yaml.YamlNode.Sequence;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {
    @Test
    void keysAndValuesKnowTheirLines() throws Exception {
        Mapping file = mapping("# comment\na: 1\nb:\n  - x\n  - \"2\"\n");

        assertEquals(new Scalar(2, "1", true), file.get("a"));
        assertEquals(3, Objects.requireNonNull(file.entries().get("b")).line());
        Sequence list = assertInstanceOf(Sequence.class, file.get("b"));
        assertEquals(new Scalar(4, "x", true), list.items().getFirst());
        assertEquals(new Scalar(5, "2", false), list.items().getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "---\n...\n"})
    void aFileWithoutContentIsEmpty(String text) throws Exception {
        assertEquals(Optional.empty(), YamlText.parse(text));
    }

    @Test
    void anAliasIsItsAnchorsNode() throws Exception {
        Mapping file = mapping("a: &x [1]\nb: *x\n");

        assertEquals(file.get("a"), file.get("b"));
    }

    @Test
    void whatStandsInAMappingWinsOverWhatIsMerged() throws Exception {
        Mapping file = mapping("d: &d {port: 1, tags: x}\ne: &e {port: 2, host: h}\ni:\n  <<: [*d, *e]\n  tags: y\n");

        Mapping merged = assertInstanceOf(Mapping.class, file.get("i"));
        assertEquals("1", text(merged, "port"));
        assertEquals("h", text(merged, "host"));
        assertEquals("y", text(merged, "tags"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\na: 2         | line 2: “a” stands here and in line 1; keep one.",
                "a: &x [*x]          | line 1: *x has no finished anchor &x above it; define it first.",
                "a: *nobody          | line 1: *nobody has no finished anchor &nobody above it; define it first.",
                "a: !!python/name:x 1 | line 1: the tag “tag:yaml.org,2002:python/name:x” is not for configurations;"
                        + " remove it.",
                "a: !mine 1          | line 1: the tag “!mine” is not for configurations; remove it.",
                "[a]: 1              | line 1: the name of a setting must be a word, not a list or a mapping.",
                "a: 1\\n---\\nb: 1   | line 2: a second document begins here (---); keep one document in the file.",
                "<<: 1               | line 1: << merges a mapping, such as *defaults, and nothing else.",
                "a: b: c             | line 1: not YAML here: mapping values are not allowed here; quote the text, or"
                        + " indent it like its neighbours.",
            })
    void aFaultIsOneSentenceWithItsLine(String text, String sentence) {
        assertEquals(sentence, fault(text.replace("\\n", "\n")));
    }

    @Test
    void aTabIsNamed() {
        String sentence = fault("a:\n\tb: 1\n");

        assertTrue(sentence.startsWith("line 2: not YAML here:"), sentence);
        assertTrue(sentence.endsWith("; indent with spaces."), sentence);
    }

    @Test
    void whatIsNoTextSaysSo() {
        assertEquals(
                "The file is not text: it holds the control character U+0000 at character 3; save it as plain UTF-8"
                        + " text.",
                fault("a:\0\0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void twoThousandLevelsAreRefused(String open) {
        assertEquals("line 1: nested deeper than 64 levels; a configuration needs five.", fault(open.repeat(2_000)));
    }

    @Test
    void aBombOfAliasesIsRefusedWhereItGrowsTooLarge() {
        var bomb = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("l%d: &l%d [%s]\n".formatted(i, i, ("*l" + (i - 1) + ", ").repeat(10)));
        }

        assertEquals(
                "line 5: with *l3 written out the file has more than 50,000 values; write what is meant without"
                        + " aliases.",
                fault(bomb.toString()));
    }

    @Test
    void aBombOfMergesIsRefused() {
        var bomb = new StringBuilder("l0: &l0 {");
        for (int i = 0; i < 1000; i++) {
            bomb.append("k").append(i).append(": 1, ");
        }
        bomb.append("}\n");
        for (int i = 0; i < 20; i++) {
            bomb.append("m%d: {<<: [%s]}\n".formatted(i, "*l0, ".repeat(10)));
        }

        assertTrue(fault(bomb.toString()).startsWith("line 4: with *l0 written out"), fault(bomb.toString()));
    }

    @Test
    void whatManyInstancesShareByAnAliasIsNoBomb() throws Exception {
        String file = "tags: &tags [a, b, c, d, e, f, g, h]\nlist:\n" + "  - {name: x, tags: *tags}\n".repeat(1000);

        assertEquals(
                1000,
                assertInstanceOf(Sequence.class, mapping(file).get("list"))
                        .items()
                        .size());
    }

    @Test
    void veryManyValuesAreRefused() {
        assertEquals("line 50000: more than 50,000 values so far; split the file.", fault("- a\n".repeat(60_000)));
    }

    @Test
    void aLineOfAMegabyteIsRefused() {
        assertEquals(
                "line 2: a line of 1000006 characters; shorten it, 100000 is the most.",
                fault("a: 1\nhost: " + "x".repeat(1_000_000) + "\n"));
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertEquals(
                "line 2: a text of 5000 characters; shorten it, 4096 is the most.",
                fault("a: 1\nhost: " + "x".repeat(5_000) + "\n"));
    }

    @Test
    void theSentenceHoldsNothingThatATerminalObeys() {
        String sentence = fault("\"\\e[31m\": 1\n\"\\e[31m\": 2\n");

        assertTrue(sentence.contains("\\x1b[31m"), sentence);
    }

    private static Mapping mapping(String text) throws InvalidDocument {
        return assertInstanceOf(Mapping.class, YamlText.parse(text).orElseThrow());
    }

    private static String text(Mapping mapping, String key) {
        return assertInstanceOf(Scalar.class, mapping.get(key)).text();
    }

    private static String fault(String text) {
        return assertThrows(InvalidDocument.class, () -> YamlText.parse(text)).sentence();
    }
}
