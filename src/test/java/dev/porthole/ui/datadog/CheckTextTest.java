package dev.porthole.ui.datadog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.interchange.datadog.Checks;
import dev.porthole.interchange.datadog.Note;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                    | first address",
                "', multiple_ips: true'                | all addresses",
                "', ipv4_only: true'                   | first IPv4",
                "', ipv4_only: true, multiple_ips: true' | all IPv4",
            })
    void theFamiliesAreToldInWords(String more, String words) {
        assertEquals(words, CheckText.calls(row(more)));
    }

    @Test
    void veryManyTagsAreCountedAndNotShown() {
        String tags = IntStream.range(0, 9_000).mapToObj(i -> "t:" + i).collect(Collectors.joining(","));
        String shown = CheckText.tags(row(", tags: [" + tags + "]"));

        assertTrue(shown.endsWith("t:7 and 8,992 more"), shown);
    }

    @Test
    void wordsOfTheFileAreShownSafely() {
        assertEquals("a\\x1b[31m", CheckText.safe("a\u001b[31m"));
        assertEquals(201, CheckText.safe("x".repeat(4000)).length());
        assertEquals("Line 12, a: no.", CheckText.note(new Note(12, "a", "no.")));
        assertEquals("Line 1200: no.", CheckText.note(new Note(1200, null, "no.")));
    }

    @Test
    void aTimeoutGoesToTheProbeInSeconds() {
        assertEquals("0.5", CheckText.seconds(Duration.ofMillis(500)));
        assertEquals("10", CheckText.seconds(Duration.ofSeconds(10)));
        assertEquals("10", CheckText.seconds(Duration.ZERO));
    }

    private static CheckRow row(String more) {
        return new CheckRow(0, Checks.of("a", more), null, null, null);
    }
}
