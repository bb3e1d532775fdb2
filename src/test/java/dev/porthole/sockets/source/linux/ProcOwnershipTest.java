package dev.porthole.sockets.source.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.SocketTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcOwnershipTest {
    private static final Gap HIDDEN = new Gap(Gap.Kind.PROCESS_HIDDEN, "/proc/PID/fd", 3, "");

    @ParameterizedTest
    @CsvSource({
        "TIME_WAIT, TIME_WAIT",
        "SYN_RECV, HANDSHAKE",
        "ESTABLISHED, NOT_ACCEPTED",
        "CLOSE_WAIT, NOT_ACCEPTED",
        "FIN_WAIT1, ORPHANED",
        "FIN_WAIT2, ORPHANED",
        "LAST_ACK, ORPHANED",
        "CLOSING, ORPHANED",
    })
    void aSocketWithoutInodeIsHeldByNobodyForTheReasonOfItsState(SocketState state, Owner.Why why) {
        assertEquals(new Owner.None(why), new ProcOwnership(Map.of(), List.of(HIDDEN)).ownerOf(row(state, 0), 0));
    }

    @Test
    void aSocketWithInodeIsHeldBySomebodyWhoCannotBeSeen() {
        SocketTable row = row(SocketState.ESTABLISHED, 7);

        assertEquals(
                new Owner.Hidden(Owner.Why.NO_RIGHTS), new ProcOwnership(Map.of(), List.of(HIDDEN)).ownerOf(row, 0));
        assertEquals(new Owner.Hidden(Owner.Why.NOT_IN_VIEW), new ProcOwnership(Map.of(), List.of()).ownerOf(row, 0));
    }

    private static SocketTable row(SocketState state, long inode) {
        return new SocketTable.Builder().add(Protocol.TCP, state).inode(inode).build();
    }
}
