package dev.porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.SafeText;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {
    @ParameterizedTest
    @CsvSource({
        "323230206f6b0d0a, 220 ok\\r\\n",
        "1b5b324a, \\x1b[2J",
        "c29b, \\u{9b}",
        "7f, \\x7f",
        "00fffe61, \\x00\\xff\\xfea",
        "e280ae, \\u{202e}",
        "e2808b, \\u{200b}",
        "e280a8, \\u{2028}",
        "c2a0, \\u{a0}",
        "f3a08181, \\u{e0041}",
        "eda080, \\xed\\xa0\\x80",
        "c080, \\xc0\\x80",
        "f0808080, \\xf0\\x80\\x80\\x80",
        "f4908080, \\xf4\\x90\\x80\\x80",
        "e697a5e69cac, 日本",
        "f09f9880, 😀",
        "5c6e, \\\\n",
        "e382, \\xe3\\x82",
    })
    void whatATerminalWouldObeyIsSpeltOut(String octets, String shown) {
        assertEquals(shown, Bytes.of(HexFormat.of().parseHex(octets)).toString());
    }

    @Test
    void noCharacterBelowABlankAndNoHalfCharacterIsLeft() {
        String all = IntStream.range(0, 0x3000)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + "\ud800";
        assertTrue(SafeText.of(all)
                .codePoints()
                .noneMatch(point -> Character.isISOControl(point)
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.SURROGATE));
    }

    @Test
    void aFloodIsCut() {
        assertEquals(4097, Bytes.utf8("y".repeat(100_000)).toString().length());
    }
}
