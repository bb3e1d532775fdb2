package dev.porthole.interchange.datadog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.probe.Address;
import dev.porthole.probe.Address.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Python 3.11 on Debian 12 made of the same texts.
class HostTextTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "127.1, 127.0.0.1",
        "0177.0.0.1, 127.0.0.1",
        "0x7f.1, 127.0.0.1",
        "2130706433, 127.0.0.1",
        "0, 0.0.0.0",
    })
    void numbersAreAddresses(String host, String address) {
        assertEquals(new HostText.Literal(new Address(Family.IPV4, address)), HostText.of(host));
    }

    @ParameterizedTest
    @CsvSource({"::1, ::1", "0:0:0:0:0:0:0:1, ::1", "::ffff:127.0.0.1, ::ffff:127.0.0.1"})
    void ipv6StaysIpv6(String host, String address) {
        assertEquals(new HostText.Literal(new Address(Family.IPV6, address)), HostText.of(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[::1]", "a b", "a\0b", "a\nb"})
    void theseAreNoHosts(String host) {
        assertEquals(new HostText.Unknown(), HostText.of(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "256.1.1.1", "1.2.3.4.5", "08.1", "fe80::1%lo", "a_b", "4294967296"})
    void theRestIsForTheResolver(String host) {
        assertEquals(new HostText.Name(host), HostText.of(host));
    }

    @Test
    void aNameInAnotherScriptIsAskedForInAscii() {
        assertEquals(new HostText.Name("xn--bcher-kva.example"), HostText.of("bücher.example"));
    }
}
