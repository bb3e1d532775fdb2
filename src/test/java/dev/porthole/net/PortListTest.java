package dev.porthole.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortListTest {
    @Test
    void portsRangesAndServicesAreRead() {
        assertEquals(List.of(25), PortList.read(" 25 "));
        assertEquals(List.of(25), PortList.read("SMTP"));
        assertEquals(List.of(25, 110, 143), PortList.read("25 110 143"));
        assertEquals(List.of(80, 443), PortList.read("443, 80,443"));
        assertEquals(11, PortList.read("1000-1010").size());
        assertEquals(65_535, PortList.read("1-65535,1-65535").size());
    }

    @ParameterizedTest
    @CsvSource({
        "'', enter a number",
        "0, outside",
        "65536, outside",
        "-1, not a number",
        "025, leading zero",
        "2５, not a number",
        "99999999999999999999, outside",
        "80-, has no end",
        "90-80, backwards",
        "'80,,443', beside a comma",
    })
    void whatIsNoPortIsRefusedWithTheFix(String typed, String hint) {
        var refused = assertThrows(InvalidInput.class, () -> PortList.read(typed));
        assertEquals(true, refused.sentence().contains(hint), refused.sentence());
    }
}
