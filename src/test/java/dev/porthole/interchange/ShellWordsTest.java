package dev.porthole.interchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void joinedWordsComeBackWhateverTheyHold() {
        List<String> words = List.of("a", "", "it's", "$(x) `y` \\n \"z\"", "-p=1", "a\nb", "ä;&|");
        assertEquals(words, ShellWords.split(ShellWords.join(words)));
    }

    @Test
    void nothingThatAShellExpandsStandsUnquoted() {
        assertEquals("'; $(x)' '*' a.b", ShellWords.join(List.of("; $(x)", "*", "a.b")));
    }

    @Test
    void quotesAndBackslashesAreReadAsAShellDoes() {
        assertEquals(List.of("a b", "c\\d", "e\"f", "gh"), ShellWords.split("'a b'  \"c\\d\" \"e\\\"f\" g\\\nh"));
    }

    @Test
    void anOpenQuotationMarkIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ShellWords.split("a 'b"));
    }
}
