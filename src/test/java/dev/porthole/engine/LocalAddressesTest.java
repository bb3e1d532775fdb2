package dev.porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalAddressesTest {
    /// 192.0.2.0/24 and 2001:db8::/32 are for documentation: no machine has them.
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.0.0.66, true",
        "::1, true",
        "::ffff:127.0.0.1, true",
        "192.0.2.7, false",
        "2001:db8::7, false",
        "localhost, false",
        "'', false",
        "999.1.1.1, false",
        "/run/x.sock, false",
    })
    void loopbackIsHereAndAStrangerOrANameIsNot(String address, boolean here) {
        assertEquals(here, LocalAddresses.holds(address));
    }

    @Test
    void everyAddressOfEveryInterfaceIsHere() throws SocketException {
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .map(InetAddress::getHostAddress)
                .forEach(address -> assertTrue(LocalAddresses.holds(address), address));
    }
}
