package dev.porthole.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTextTest {
    private static final Instant TWO = Instant.parse("2026-11-21T13:02:31.999Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aTimeIsTheZonesOwnAndItsSecondsAreNotRoundedUp() {
        assertEquals("14:02:31", ClockText.time(TWO, BERLIN));
        assertEquals("18:47:31", ClockText.time(TWO, ZoneId.of("Asia/Kathmandu")));
    }

    @Test
    void sinceHoldsTheDateAndTheAge() {
        assertEquals(
                "2026-11-21 14:02:31 (3 h 12 min ago)",
                ClockText.since(TWO, TWO.plus(Duration.ofMinutes(192)), BERLIN));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.999S, 0 s",
        "PT59S, 59 s",
        "PT1M, 1 min 0 s",
        "PT59M59S, 59 min 59 s",
        "PT1H, 1 h 0 min",
        "PT23H59M59S, 23 h 59 min",
        "P1D, 1 d 0 h",
        "P3DT4H59M, 3 d 4 h",
        "P1000D, 1000 d 0 h",
        "PT-5S, 0 s",
        "P-3D, 0 s"
    })
    void anAgeIsItsTwoLargestUnits(Duration age, String text) {
        assertEquals(text, ClockText.age(age));
    }
}
