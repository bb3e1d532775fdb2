package dev.porthole.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void aNameWithoutValueHasNone() {
        assertEquals(Optional.empty(), Settings.NONE.get("a"));
        assertEquals(List.of(), Settings.NONE.list("a"));
        assertEquals(Optional.empty(), Settings.NONE.number("a", 0, 1));
    }

    @Test
    void aChangeLeavesTheOriginalAsItWas() {
        Settings one = Settings.NONE.with("a", "1");
        assertEquals(Optional.of("2"), one.with("a", "2").get("a"));
        assertEquals(Settings.NONE, one.without("a"));
        assertEquals(Optional.of("1"), one.get("a"));
    }

    @Test
    void theMapThatWasGivenCannotChangeThemLater() {
        Map<String, String> values = new HashMap<>(Map.of("a", "1"));
        Settings settings = new Settings(values);
        values.put("a", "2");
        assertEquals(Optional.of("1"), settings.get("a"));
        assertThrows(
                UnsupportedOperationException.class, () -> settings.values().put("a", "2"));
    }

    @Test
    void aListIsSeparatedByCommasAndAnEmptyTextIsAnEmptyList() {
        assertEquals(List.of("a", "", "b"), Settings.NONE.with("l", "a,,b").list("l"));
        assertEquals(List.of(), Settings.NONE.with("l", "").list("l"));
    }

    @Test
    void aNumberCountsWithinItsRangeBothEndsIncluded() {
        assertEquals(Optional.of(20.0), Settings.NONE.with("n", "20").number("n", 20, 30));
        assertEquals(Optional.of(30.0), Settings.NONE.with("n", "30.0").number("n", 20, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "19.99", "30.01", "NaN", "Infinity", "-Infinity", "1e999", "2,5"})
    void whatIsNoNumberInTheRangeIsNone(String text) {
        assertEquals(Optional.empty(), Settings.NONE.with("n", text).number("n", 20, 30));
    }
}
