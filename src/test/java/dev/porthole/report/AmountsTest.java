package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 µs",
        "52, 52 µs",
        "999, 999 µs",
        "1000, 1.00 ms",
        "1250, 1.25 ms",
        "9996, 10.0 ms",
        "12340, 12.3 ms",
        "203000, 203 ms",
        "999400, 999 ms",
        "999600, 1.00 s",
        "4000000000, 4000 s"
    })
    void timesHaveThreeDigits(long micros, String text) {
        assertEquals(text, Amounts.micros(micros));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.00 KiB",
        "1100, 1.07 KiB",
        "102400, 100 KiB",
        "1048000, 1023 KiB",
        "1048576, 1.00 MiB",
        "5000000000, 4.66 GiB"
    })
    void sizesAreInPowersOf1024(long bytes, String text) {
        assertEquals(text, Amounts.bytes(bytes));
        assertEquals(text + "/s", Amounts.rate((double) bytes));
    }
}
