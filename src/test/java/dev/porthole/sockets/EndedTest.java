package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import org.junit.jupiter.api.Test;

class EndedTest {
    @Test
    void onlyWhatNoReadingHasShownOpenIsUnseen() {
        SocketTable before = table(SocketState.ESTABLISHED, 1, 2);
        SocketTable after = table(SocketState.ESTABLISHED, 2, 3);

        Ended ended = Ended.between(before, after, table(SocketState.CLOSE, 1, 3, 4, 5), false);

        assertEquals(2, ended.unseen());
        assertEquals(4, ended.sockets().size());
    }

    @Test
    void whatIsLeftOfAClosedConnectionWasNotSeenOpen() {
        Ended ended =
                Ended.between(SocketTable.empty(), table(SocketState.TIME_WAIT, 7), table(SocketState.CLOSE, 7), false);

        assertEquals(1, ended.unseen());
    }

    @Test
    void aSocketThatIsToldTwiceCountsOnce() {
        assertEquals(
                1,
                Ended.between(SocketTable.empty(), SocketTable.empty(), table(SocketState.CLOSE, 7, 7), true)
                        .unseen());
    }

    private static SocketTable table(SocketState state, long... identities) {
        SocketTable.Builder table = new SocketTable.Builder();
        for (long identity : identities) {
            table.add(Protocol.TCP, state).identity(identity);
        }
        return table.build();
    }
}
