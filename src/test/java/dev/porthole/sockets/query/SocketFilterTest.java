package dev.porthole.sockets.query;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
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
        ":0, ''",
    })
    void everyBareWordIsSomewhereInTheRow(String text, String rows) throws InvalidQuery {
        SocketFilter filter = filter(
                EnumSet.allOf(Protocol.class), EnumSet.allOf(SocketState.class), EnumSet.allOf(Reach.class), text);

        assertEquals(rows, Arrays.toString(filter.rows(SNAPSHOT)).replaceAll("[\\[\\],]", ""));
    }

    @Test
    void typeStateReachAndQueryAllHaveToFit() throws InvalidQuery {
        SocketFilter filter = filter(Set.of(Protocol.TCP), Set.of(SocketState.LISTEN), Set.of(Reach.LOOPBACK), "127");

        assertArrayEquals(new int[] {4}, filter.rows(SNAPSHOT));
    }

    @Test
    void loopbackAndTheRestAreApart() throws InvalidQuery {
        Set<Protocol> types = EnumSet.allOf(Protocol.class);
        Set<SocketState> states = EnumSet.allOf(SocketState.class);

        assertArrayEquals(
                new int[] {1, 2, 3, 4},
                filter(types, states, Set.of(Reach.LOOPBACK), "").rows(SNAPSHOT));
        assertArrayEquals(
                new int[] {0}, filter(types, states, Set.of(Reach.NETWORK), "").rows(SNAPSHOT));
    }

    @Test
    void noTypeNoStateOrNoReachLetsNothingThrough() throws InvalidQuery {
        Set<Protocol> types = EnumSet.allOf(Protocol.class);
        Set<SocketState> states = EnumSet.allOf(SocketState.class);
        Set<Reach> reaches = EnumSet.allOf(Reach.class);

        assertEquals(0, filter(Set.of(), states, reaches, "").rows(SNAPSHOT).length);
        assertEquals(0, filter(types, Set.of(), reaches, "").rows(SNAPSHOT).length);
        assertEquals(0, filter(types, states, Set.of(), "").rows(SNAPSHOT).length);
    }

    private static SocketFilter filter(Set<Protocol> types, Set<SocketState> states, Set<Reach> reaches, String query)
            throws InvalidQuery {
        return new SocketFilter(types, states, reaches, Query.parse(query));
    }
}
