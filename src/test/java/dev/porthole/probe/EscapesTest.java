package dev.porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {
    @ParameterizedTest
    @CsvSource({
        "a\\nb, 610a62",
        "\\r\\n, 0d0a",
        "\\t, 09",
        "\\\\, 5c",
        "\\\\\\, 5c5c",
        "a\\, 615c",
        "ho\\oge, 686f5c6f6765",
        "\\x41, 5c783431",
        "\\\\n, 5c6e",
        "caf\u00e9\\n, 636166c3a90a",
    })
    void onlyFourLettersMeanSomethingElse(String typed, String octets) {
        assertEquals(Bytes.of(HexFormat.of().parseHex(octets)), Bytes.utf8(Escapes.read(typed)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version\n", "a\\nb", "\\", "\t\r\n\\\\", "", "caf\u00e9"})
    void whatIsWrittenReadsAsItWas(String text) {
        assertEquals(text, Escapes.read(Escapes.write(text)));
    }

    @Test
    void aPresetFitsAField() {
        assertEquals(
                "version\\n",
                Escapes.write(Presets.named("GEARMAN").orElseThrow().send()));
    }
}
