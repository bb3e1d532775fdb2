package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.porthole.threshold.InvalidRange;
import dev.porthole.threshold.Range;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeWordsTest {
    @ParameterizedTest
    @CsvSource({
        "10, alerts above 10, alerts outside 0 to 10",
        "10:, alerts when below 10, alerts when below 10",
        "~:10, alerts above 10, alerts above 10",
        "30:40, alerts outside 30 to 40, alerts outside 30 to 40",
        ":, never alerts, alerts when below 0",
        "@, alerts always, alerts at 0 and above",
        "@5:10, alerts from 5 to 10, alerts from 5 to 10",
        "@0, alerts at 0 and below, alerts at 0",
        "@~:-1, never alerts, alerts at -1 and below",
        "7:7, alerts at all but 7, alerts at all but 7",
        "none, never alerts, never alerts",
        "2.50, alerts above 2.5, alerts outside 0 to 2.5",
        "1000000, alerts above 1000000, alerts outside 0 to 1000000"
    })
    void aRangeIsSaidInWords(String range, String ofNumbers, String ofAnything) throws InvalidRange {
        assertEquals(ofNumbers, RangeWords.of(Range.parse(range), true));
        assertEquals(ofAnything, RangeWords.of(Range.parse(range), false));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, '“abc” is not a number: write 10, 10:20, 10:, ~:10, or @10:20 to alert inside.'",
        "20:10, '“20:10” ends below its start: write the lower number first, or ~: for no lower bound.'",
        "1:2:3, '“1:2:3” has more than one colon: write two numbers at most, for example 10:20.'"
    })
    void aWrongRangeIsExplained(String range, String sentence) {
        assertEquals(sentence, RangeWords.of(assertThrows(InvalidRange.class, () -> Range.parse(range))));
    }
}
