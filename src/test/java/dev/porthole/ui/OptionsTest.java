package dev.porthole.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.porthole.ui.kit.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void withoutWordsEverythingIsAsRemembered() {
        assertEquals(new Options(null, null, null, null, false), Options.parse(List.of()));
        assertEquals(Optional.empty(), Options.parse(List.of()).place());
    }

    @Test
    void allAreReadInAnyOrderAndTheLastOneCounts() {
        assertEquals(
                new Options(
                        Path.of("window.png"),
                        WindowPlace.sized(900, 700),
                        Theme.Choice.DARK,
                        Options.Screen.PROBE,
                        true),
                Options.parse(List.of(
                        "--timings",
                        "--view",
                        "sockets",
                        "--theme",
                        "dark",
                        "--size",
                        "900x700",
                        "--screenshot",
                        "window.png",
                        "--timings",
                        "--view=probe")));
    }

    @Test
    void aValueMayStandBehindAnEqualsSign() {
        assertEquals(
                Options.parse(List.of("--theme", "dark", "--screenshot", "a=b.png")),
                Options.parse(List.of("--theme=dark", "--screenshot=a=b.png")));
    }

    @Test
    void aPictureHasTheSameSizeWhateverIsRemembered() {
        assertEquals(
                Optional.of(WindowPlace.DEFAULT),
                Options.parse(List.of("--screenshot", "a.png")).place());
        assertEquals(
                Optional.of(WindowPlace.sized(900, 700)),
                Options.parse(List.of("--screenshot", "a.png", "--size", "900x700"))
                        .place());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--view | --view takes sockets, probe or counts, not \"\".",
                "--view Probe | --view takes sockets, probe or counts, not \"Probe\".",
                "--theme | --theme takes dark, light or system, not \"\".",
                "--theme blue | --theme takes dark, light or system, not \"blue\".",
                "--size | --size takes WIDTHxHEIGHT, like 1280x800, not \"\".",
                "--size 1280 | --size takes WIDTHxHEIGHT, like 1280x800, not \"1280\".",
                "--size 12x8 | --size takes WIDTHxHEIGHT, like 1280x800, not \"12x8\".",
                "--size 99999x800 | --size takes WIDTHxHEIGHT, like 1280x800, not \"99999x800\".",
                "--size -100x800 | --size takes WIDTHxHEIGHT, like 1280x800, not \"-100x800\".",
                "--screenshot | --screenshot takes a file name, like window.png.",
                "--screenshot --theme dark | --screenshot takes a file name, like window.png.",
                "--help | The window has no option \"--help\": try --screenshot, --size, --theme or --view.",
                "--theme dark extra | The window has no option \"extra\": try --screenshot, --size, --theme or --view.",
            })
    void aMissingOrBadValueIsOneSentence(String words, String sentence) {
        assertEquals(sentence, refusal(List.of(words.split(" "))));
    }

    @Test
    void aFileNameThatTheSystemCannotHaveIsTold() {
        assertEquals("--screenshot takes a file name, like window.png.", refusal(List.of("--screenshot", "a\0.png")));
    }

    private static String refusal(List<String> words) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Options.parse(words))
                .getMessage());
    }
}
