package dev.porthole.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.9.8.7/8, 10.1.1.1, true",
        "192.168.1.7, 192.168.1.7, true",
        "192.168.1.7, 192.168.1.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "10.0.0.0/8, ::ffff:11.1.2.3, false",
        "0.0.0.0/0, ::ffff:11.1.2.3, true",
        "0.0.0.0/0, ::1, false",
        "10.0.0.0/8, 0:0:1:0:0:ffff:a01:203, false",
        "::1, ::1, true",
        "::1, ::2, false",
        "::1, 0.0.0.1, false",
        "fe80::/10, fe80::1, true",
        "fe80::/10, febf:ffff::1, true",
        "fe80::/10, fec0::1, false",
        "2001:db8::/64, 2001:db8::ffff:1:2:3, true",
        "2001:db8::/64, 2001:db8:0:1::1, false",
        "2001:db8::10/124, 2001:db8::1f, true",
        "2001:db8::10/124, 2001:db8::20, false",
        "[2001:db8::1], 2001:db8::1, true",
        "::/0, 2001:db8::1, true",
        "::/0, 127.0.0.1, false",
        "::ffff:10.0.0.0/104, ::ffff:10.1.2.3, true",
    })
    void anAddressIsInTheRangeOrNot(String block, String address, boolean holds) {
        IpAddress bits = AddressLiteral.read(address).orElseThrow();

        assertEquals(holds, AddressBlock.parse(block).orElseThrow().holds(bits.ipv6(), bits.high(), bits.low()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "10.0.0",
                "10.0.0.0.0",
                "10.0.0.256",
                "010.0.0.1",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "::1/129",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "::12345",
                "::g",
                "fe80::1%eth0",
                "[10.0.0.1]",
                "localhost",
                "::1.2.3",
                "1.2.3.4::",
                ":1:2:3:4:5:6:7",
            })
    void whatIsNoAddressIsRefused(String text) {
        assertTrue(AddressBlock.parse(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "1::",
                "2001:db8::1:0:0:1",
                "::ffff:1.2.3.4",
                "1:2:3:4:5:6:7:8",
                "1:0:3:4:5:6:7:8"
            })
    void whatIsPrintedIsReadBack(String text) {
        assertEquals(text, AddressLiteral.read(text).orElseThrow().toString());
    }
}
