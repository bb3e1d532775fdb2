package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketFilterTest {
    private static final Snapshot SNAPSHOT = Sample.mixed();

    @ParameterizedTest
    @CsvSource({
        "'', 0 1 2 3 4",
        "'   ', 0 1 2 3 4",
        "sshd, 0",
        "SSHD, 0",
        "1300, 0",
        ":22, 0",
        "root, 0",
        "www-data, 1",
        "::ffff:127.0.0.1, 1",
        "'java 8080', 1",
        "'8080 java', 1",
        "'java 22', ''",
        "udp, 3",
        "[::1]:53, 3",
        "77, 3",
        "#112, 4",
        "time_wait, 2",
        "time-wait, 2",
        "estab, 1",
        "127.0.0.1, 1 2 4",
        "nobody, ''",
    })
    void everyWordIsSomewhereInTheRow(String text, String rows) {
        SocketFilter filter = new SocketFilter(EnumSet.allOf(Protocol.class), EnumSet.allOf(SocketState.class), text);

        assertEquals(rows, text(filter.rows(SNAPSHOT)));
    }

    @Test
    void typeStateAndTextAllHaveToFit() {
        SocketFilter filter = new SocketFilter(Set.of(Protocol.TCP), Set.of(SocketState.LISTEN), "127");

        assertArrayEquals(new int[] {4}, filter.rows(SNAPSHOT));
    }

    @Test
    void noTypeOrNoStateLetsNothingThrough() {
        assertEquals(0, new SocketFilter(Set.of(), EnumSet.allOf(SocketState.class), "").rows(SNAPSHOT).length);
        assertEquals(0, new SocketFilter(EnumSet.allOf(Protocol.class), Set.of(), "").rows(SNAPSHOT).length);
    }

    @Test
    void anAbsentRemoteEndIsNoText() {
        SocketFilter filter = new SocketFilter(EnumSet.allOf(Protocol.class), EnumSet.allOf(SocketState.class), ":0");

        assertArrayEquals(new int[] {}, filter.rows(SNAPSHOT));
    }

    private static String text(int[] rows) {
        return Arrays.toString(rows).replaceAll("[\\[\\],]", "");
    }
}
