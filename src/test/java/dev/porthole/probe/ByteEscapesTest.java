package dev.porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteEscapesTest {
    @ParameterizedTest
    @CsvSource({"'', ''", "ab, 6162", "\\x00\\xFFx, 00ff78", "\\r\\n\\t\\\\, 0d0a095c", "é, c3a9", "\\\\x41, 5c783431"})
    void theOctetsThatAreMeant(String typed, String hex) {
        assertEquals(Bytes.of(HexFormat.of().parseHex(hex)), ByteEscapes.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "a\\", "\\q", "\\x", "\\x1", "\\xg0", "\\x 1"})
    void anotherBackslashIsRefusedInASentence(String typed) {
        var refused = assertThrows(IllegalArgumentException.class, () -> ByteEscapes.read(typed));
        assertTrue(String.valueOf(refused.getMessage()).endsWith("."), refused::getMessage);
    }

    @Test
    void whatIsWrittenReadsAsItWas() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertEquals(Bytes.of(all), ByteEscapes.read(ByteEscapes.write(Bytes.of(all))));
    }
}
