package dev.porthole.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtocolTest {
    @ParameterizedTest
    @EnumSource
    void itsWordIsReadBack(Protocol protocol) {
        assertEquals(Optional.of(protocol), Protocol.parse(" " + protocol.name() + " "));
        assertEquals(protocol.isIpv6(), protocol.word().endsWith("6"));
        assertEquals(protocol.isTcp(), protocol.word().startsWith("tcp"));
    }

    @Test
    void anythingElseIsNone() {
        assertTrue(Protocol.parse("tc").isEmpty());
        assertTrue(Protocol.parse("").isEmpty());
    }
}
