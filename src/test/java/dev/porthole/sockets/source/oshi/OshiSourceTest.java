package dev.porthole.sockets.source.oshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Ownership;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OshiSourceTest {
    @Test
    void whatOshiThrowsIsARefusalWithItsWords() {
        OshiSource runtime = new OshiSource(() -> {
            throw new IllegalStateException("no such system");
        });
        OshiSource linkage = new OshiSource(() -> {
            throw new UnsatisfiedLinkError("no jna");
        });

        assertTrue(message(runtime).contains("no such system"));
        assertTrue(message(linkage).contains("no jna"));
    }

    @Test
    void withoutAListOfProcessesThePidsStand() {
        OshiSource source = new OshiSource(() -> {
            throw new IllegalStateException("no such system");
        });

        Owner owner = source.search().ownerOf(row(SocketState.LISTEN, 7), 0);

        assertEquals(new Owner.Known(List.of(new ProcessRef(7, null, null, null))), owner);
    }

    @ParameterizedTest
    @CsvSource({
        "TIME_WAIT, false, TIME_WAIT",
        "SYN_RECV, false, HANDSHAKE",
        "LISTEN, false, NO_RIGHTS",
        "LISTEN, true, NOT_IN_VIEW",
    })
    void aRowWithoutPidHasAReason(SocketState state, boolean elevated, Owner.Why why) {
        Ownership ownership = new OshiOwnership(Map.of(), elevated);
        Owner owner = ownership.ownerOf(row(state, 0), 0);

        assertEquals(why, owner instanceof Owner.Hidden(Owner.Why hidden) ? hidden : ((Owner.None) owner).why());
        assertEquals(List.of(), ownership.gaps());
    }

    @Test
    void aKnownPidHasItsProcess() {
        Owner nginx = new Owner.Known(List.of(new ProcessRef(7, 1L, "nginx", "root")));

        assertEquals(nginx, new OshiOwnership(Map.of(7L, nginx), true).ownerOf(row(SocketState.LISTEN, 7), 0));
    }

    private static String message(OshiSource source) {
        return String.valueOf(assertThrows(IOException.class, source::read).getMessage());
    }

    private static SocketTable row(SocketState state, long pid) {
        SocketTable.Builder table = new SocketTable.Builder().add(Protocol.TCP, state);
        return (pid == 0 ? table : table.pid(pid)).build();
    }
}
