package dev.porthole.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// The files hold the recorded behaviour of the Linuxfabrik library, by the numbers of its rows.
class RangeTest {
    @ParameterizedTest
    @CsvFileSource(
            resources = "alerts.csv",
            numLinesToSkip = 1,
            quoteCharacter = '\'',
            ignoreLeadingAndTrailingWhitespace = false)
    void aRangeAlertsAsRecorded(String row, String range, double value, boolean alerts) throws InvalidRange {
        assertEquals(alerts, Range.parse(range).alerts(value), row);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "refused.csv",
            numLinesToSkip = 1,
            quoteCharacter = '\'',
            ignoreLeadingAndTrailingWhitespace = false)
    void aWrongRangeIsRefusedInTheWordsRecorded(String row, String range, String message) {
        var refused = assertThrows(InvalidRange.class, () -> Range.parse(range), row);

        assertEquals(message, refused.sentence(), row);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "judged.csv", numLinesToSkip = 1, quoteCharacter = '\'')
    void thresholdsJudgeAsRecorded(String row, String warning, String critical, double value, Severity state)
            throws InvalidRange {
        assertEquals(state, Thresholds.parse(warning, critical).judge(value), row);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "worst.csv", numLinesToSkip = 1, quoteCharacter = '\'')
    void theWorstIsAsRecorded(String row, String states, String worst) {
        Severity all = Arrays.stream(states.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(RangeTest::severity)
                .reduce(Severity.OK, Severity::worse);

        assertEquals(severity(worst), all, row);
    }

    private static Severity severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().startsWith(word))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "badges.csv", numLinesToSkip = 1, quoteCharacter = '\'')
    void badgesAreAsRecorded(String row, Severity state, String badge) {
        assertEquals(badge, state.badge(), row);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5:1, Start 2.5 must not be greater than end 1",
        "1e3:1, Start 1000.0 must not be greater than end 1",
        "1e16:1, Start 1e+16 must not be greater than end 1",
        "007:+5, Start 7 must not be greater than end 5",
        "~:x, Range format incorrect",
        "1:2:3, Not using range definition correctly",
        "@@1, Range format incorrect",
        "%, Range format incorrect",
        "5:~, Range format incorrect"
    })
    void numbersInMessagesAreSpelledAsPythonDoes(String range, String message) {
        assertEquals(
                message,
                assertThrows(InvalidRange.class, () -> Range.parse(range)).sentence());
    }

    @Test
    void theFaultHasItsPlace() {
        var refused = assertThrows(InvalidRange.class, () -> Range.parse("@10:x20"));

        assertEquals(InvalidRange.Fault.NOT_A_NUMBER, refused.fault());
        assertEquals("x20", refused.part());
        assertEquals(4, refused.at());
        assertEquals(
                3, assertThrows(InvalidRange.class, () -> Range.parse("1:2:")).at());
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10",
        "0:10, 10",
        "10:, 10:",
        "~:10, ~:10",
        ":, 0:",
        "@10:20, @10:20",
        "@, @0:",
        "none, none",
        "None, none",
        "~:, none",
        "' 1.50 : 2e3 ', 1.5:2000",
        "-7:-3, -7:-3"
    })
    void whatIsWrittenIsReadTheSame(String text, String written) throws InvalidRange {
        Range range = Range.parse(text);

        assertEquals(written, range.toString());
        assertEquals(range, Range.parse(written));
    }

    @Test
    void anAlertEndsOnlyWhenTheValueIsBackByTheMargin() throws InvalidRange {
        Range range = Range.parse("10:20");

        assertTrue(range.alertsStill(19, Range.Side.ABOVE, 2));
        assertFalse(range.alertsStill(18, Range.Side.ABOVE, 2));
        assertFalse(range.alertsStill(10, Range.Side.ABOVE, 2));
        assertTrue(range.alertsStill(11, Range.Side.BELOW, 2));
        assertTrue(Range.parse("@5:6").alertsStill(7, Range.Side.INSIDE, 1));
        assertFalse(Range.parse("@5:6").alertsStill(8, Range.Side.INSIDE, 1));
    }
}
