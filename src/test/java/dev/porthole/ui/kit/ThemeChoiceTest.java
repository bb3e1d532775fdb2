package dev.porthole.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThemeChoiceTest {
    @Test
    void theButtonGoesRoundFromSystemOverLightToDark() {
        assertEquals(Theme.Choice.LIGHT, Theme.Choice.SYSTEM.next());
        assertEquals(Theme.Choice.DARK, Theme.Choice.LIGHT.next());
        assertEquals(Theme.Choice.SYSTEM, Theme.Choice.DARK.next());
    }

    @Test
    void eachIsReadFromItsWordInAnyLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            for (Theme.Choice choice : Theme.Choice.values()) {
                assertEquals(Optional.of(choice), Theme.Choice.parse(choice.word()));
            }
            assertEquals("light", Theme.Choice.LIGHT.word());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void otherWordsAreNone() {
        for (String word : new String[] {"", "Dark", "DARK", " dark", "auto"}) {
            assertEquals(Optional.empty(), Theme.Choice.parse(word));
        }
    }
}
