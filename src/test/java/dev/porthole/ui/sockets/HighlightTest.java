package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightTest {
    @ParameterizedTest
    @CsvSource({"off, 0", "1, 1", "2, 2", "5, 5", "10, 10"})
    void aSettingReadsAsItIsWritten(String word, int seconds) {
        Highlight highlight = Highlight.parse(word).orElseThrow();
        assertEquals(seconds, highlight.span().toSeconds());
        assertEquals(word, highlight.word());
    }

    @ParameterizedTest
    @CsvSource({"3", "on", "''"})
    void anotherWordIsNone(String word) {
        assertEquals(Optional.empty(), Highlight.parse(word));
    }
}
