package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilitiesTest {
    /// Lines of `/proc/self/status`: root, root of a container, a user, a user with `setcap cap_net_admin+ep`.
    @ParameterizedTest
    @CsvSource({
        "000001fffeffffff, true",
        "00000000a80425fb, false",
        "0000000000000000, false",
        "0000000000001000, true",
        "ffffffffffffffff, true"
    })
    void theEffectiveRightsDecide(String effective, boolean may) {
        String status =
                "Name:\tjava\nCapPrm:\t000001fffeffffff\nCapEff:\t" + effective + "\nCapBnd:\t000001fffeffffff\n";

        assertEquals(may, Capabilities.administersNetwork(status));
    }

    @Test
    void whereItCannotBeReadTheKernelIsLeftToDecide() {
        assertTrue(Capabilities.administersNetwork("CapEff:\twhat"));
        assertTrue(new Capabilities(Path.of("no-such-folder")).administersNetwork());
    }
}
