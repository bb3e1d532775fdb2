package dev.porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.probe.Regex.Found;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "^220 ftp ready$ | 220 ftp ready\\r\\n | NO",
                "ready$ | ready\\n | NO",
                "a.b | a\\rb | YES",
                "a.b | a\\nb | NO",
                "(?s)a.b | a\\nb | YES",
                "^+OK | +OK hi | NO",
                "[a&&b] | & | YES",
                "(?P<n>2)20 | 220 | YES",
                "a{,3} | a{,3} | YES",
            })
    void itIsTheDialectOfRe2(String pattern, String text, Found found) {
        assertEquals(found, find(pattern, Bytes.utf8(Escapes.read(text))));
    }

    @ParameterizedTest
    @CsvSource({
        "^220 .x, 32323020ff78, YES",
        "^.{2}$, e282, YES",
        "\\xff, ff, NO",
        "\\x00, 00fffe, YES",
        "^.$, e697a5, YES",
    })
    void anOctetThatIsNoUtf8CountsAsOneCharacter(String pattern, String octets, Found found) {
        assertEquals(found, find(pattern, Bytes.of(HexFormat.of().parseHex(octets))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(a)\\1", "(?=a)", "x*+", "a**", "\\h", "(", "a{1001}", "((a{1000}){1000}){1000}", "(a{500}){3}"
            })
    void whatRe2RefusesIsRefused(String pattern) {
        assertThrows(InvalidPattern.class, () -> Regex.re2(pattern));
    }

    @Test
    void aTowerOfBracketsIsRefusedAndNotFallenFrom() {
        assertThrows(InvalidPattern.class, () -> Regex.re2("(".repeat(5000) + ")".repeat(5000)));
    }

    @Test
    void ourOwnLimitsAreForTypedPatternsOnly() {
        String longOne = "a".repeat(1001);
        assertThrows(InvalidPattern.class, () -> Regex.guarded(longOne));
        assertThrows(InvalidPattern.class, () -> Regex.guarded("(.{100}){10}".repeat(80)));
        assertEquals(longOne, Regex.re2(longOne).source());
    }

    @Test
    void aSearchEndsWhenTimeIsUp() {
        var regex = Regex.re2("(.{100}){5}b");
        assertEquals(Found.OUT_OF_TIME, regex.find(Bytes.utf8("a".repeat(60_000)), () -> true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x$", "x\\z", "\\bx", "\\B", "(a|b$)", "[a]$"})
    void aPatternThatLooksAtTheEndIsKnown(String pattern) {
        assertTrue(Regex.re2(pattern).endSensitive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"^220", "\\$", "[$]", "[]$]", "[[:alpha:]$]", "\\Q$\\E", "a\\\\b", "x{2,3}"})
    void aPlainDollarIsNoEnd(String pattern) {
        assertFalse(Regex.re2(pattern).endSensitive());
    }

    private static Found find(String pattern, Bytes text) {
        return Regex.re2(pattern).find(text, () -> false);
    }
}
