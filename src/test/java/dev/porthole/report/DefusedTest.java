package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DefusedTest {
    @Test
    void whatASpreadsheetWouldCalculateGetsAnApostrophe() {
        assertEquals("'=1+1", Defused.of("=1+1"));
        assertEquals("'-bash", Defused.ofShown("-bash"));
        assertEquals("'\\t=1", Defused.of("\t=1"));
        assertEquals("a\\nb", Defused.of("a\nb"));
        assertEquals("C:\\x", Defused.ofShown("C:\\x"));
        assertEquals("", Defused.of(""));
    }
}
