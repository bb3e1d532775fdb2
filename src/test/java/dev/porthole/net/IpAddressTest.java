package dev.porthole.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000000, ::",
        "00000000000000000000000000000001, ::1",
        "00010000000000000000000000000000, 1::",
        "20010db8000000000000000000000001, 2001:db8::1",
        "20010db8000000000001000000000001, 2001:db8::1:0:0:1",
        "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
        "200100000000000100000000000000ff, 2001:0:0:1::ff",
        "20010db80000000000000000aaaaaaaa, 2001:db8::aaaa:aaaa",
        "20010db8aaaabbbbccccddddeeee0001, 2001:db8:aaaa:bbbb:cccc:dddd:eeee:1",
        "fe80000000000000020c29fffe3a1b2c, fe80::20c:29ff:fe3a:1b2c",
        "20010db8000100000000000000000000, 2001:db8:1::",
        "00000000000000000001000000000000, ::1:0:0:0",
        "00000001000000000000000000000000, 0:1::",
        "00000000000000000000ffff7f000001, ::ffff:127.0.0.1",
        "00000000000000000000ffff00000000, ::ffff:0.0.0.0",
        "000000000000000000000000c0000201, ::c000:201",
        "0064ff9b0000000000000000c0000221, 64:ff9b::c000:221",
        "ffffffffffffffffffffffffffffffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "00000000, 0.0.0.0",
        "7f000001, 127.0.0.1",
        "ffffffff, 255.255.255.255",
        "c0a80a01, 192.168.10.1",
    })
    void itIsWrittenAsRfc5952Asks(String hex, String text) {
        assertEquals(text, address(hex).toString());
    }

    @Test
    void aMappedAddressStaysIpv6AndIsNotItsIpv4Twin() {
        IpAddress mapped = address("00000000000000000000ffff7f000001");

        assertTrue(mapped.ipv6());
        assertTrue(mapped.isMapped());
        assertNotEquals(address("7f000001"), mapped);
    }

    @Test
    void anyAndLoopbackAreKnownInEveryForm() {
        assertTrue(address("00000000").isAny());
        assertTrue(address("00000000000000000000000000000000").isAny());
        assertFalse(address("00000000000000000000ffff00000000").isAny());
        assertTrue(address("7f123456").isLoopback());
        assertTrue(address("00000000000000000000000000000001").isLoopback());
        assertTrue(address("00000000000000000000ffff7f000001").isLoopback());
        assertFalse(address("80000001").isLoopback());
        assertFalse(address("0000000000000000000000007f000001").isLoopback());
    }

    @Test
    void otherLengthsAreNoAddress() {
        assertThrows(IllegalArgumentException.class, () -> IpAddress.of(new byte[5]));
    }

    @Test
    void anEndpointPutsIpv6InBracketsAndKnowsItsPorts() {
        assertEquals("[::1]:80", new Endpoint(IpAddress.v6(0, 1), 80).toString());
        assertEquals("127.0.0.1:65535", new Endpoint(address("7f000001"), 65535).toString());
        assertThrows(IllegalArgumentException.class, () -> new Endpoint(address("7f000001"), 65536));
        assertThrows(IllegalArgumentException.class, () -> new Endpoint(address("7f000001"), -1));
    }

    private static IpAddress address(String hex) {
        return IpAddress.of(HexFormat.of().parseHex(hex));
    }
}
