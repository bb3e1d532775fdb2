package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.profile.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    @Test
    void withoutSettingsItIsTheDefault() {
        assertEquals(WindowPlace.DEFAULT, WindowPlace.from(Settings.NONE));
    }

    @Test
    void itComesBackFromTheSettingsInWholePixels() {
        assertEquals(
                new WindowPlace(1000, 701, -40.0, 0.0, false),
                WindowPlace.from(new WindowPlace(1000.4, 700.5, -40.2, 0.3, false).into(Settings.NONE)));
    }

    @Test
    void aMaximizedWindowKeepsTheSizeThatItHadBefore() {
        Settings before = new WindowPlace(1000, 700, 10.0, 20.0, false).into(Settings.NONE);
        assertEquals(
                new WindowPlace(1000, 700, 10.0, 20.0, true),
                WindowPlace.from(new WindowPlace(1920, 1080, 0.0, 0.0, true).into(before)));
    }

    @Test
    void aSizeAloneLeavesThePlaceToTheSystem() {
        assertEquals(
                WindowPlace.sized(900, 700),
                WindowPlace.from(WindowPlace.sized(900, 700).into(Settings.NONE)));
    }

    @Test
    void whatMakesNoSenseIsTheDefaultOneByOne() {
        assertEquals(
                new WindowPlace(1280, 700, null, 5.0, false),
                WindowPlace.from(new Settings(Map.of(
                        "window.width", "3",
                        "window.height", "700",
                        "window.left", "NaN",
                        "window.top", "5",
                        "window.maximized", "yes"))));
    }
}
