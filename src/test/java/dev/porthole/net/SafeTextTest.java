package dev.porthole.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void harmlessTextOfAnyLanguageStays() {
        assertEquals("nginx: worker, größer, 日本 😀", SafeText.of("nginx: worker, größer, 日本 😀"));
    }

    @Test
    void whatATerminalObeysIsSeen() {
        assertEquals("\\x1b[31m\\x7f\\u{9b}\\n\\r\\t\\\\", SafeText.of("\u001b[31m\u007f\u009b\n\r\t\\"));
    }

    @Test
    void whatReordersOrHidesIsSeen() {
        assertEquals("\\u{202e}a\\u{200b}b\\u{feff}\\u{a0}\\u{2028}", SafeText.of("\u202ea\u200bb\ufeff\u00a0\u2028"));
        assertEquals("\\u{d800}", SafeText.of("\ud800"));
    }

    @Test
    void itIsCutWhereItHasNoEnd() {
        assertEquals(4097, SafeText.of("x".repeat(10_000)).length());
    }
}
