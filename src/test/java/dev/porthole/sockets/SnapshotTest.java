package dev.porthole.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private final Snapshot snapshot = Sample.mixed();

    @Test
    void theUserIsTheSocketsOwnElseItsNumberElseTheProcesssElseAbsent() {
        assertEquals("www-data", snapshot.user(1));
        assertEquals("#112", snapshot.user(4));
        assertNull(snapshot.user(2));
        Snapshot other = new Sample()
                .row(Protocol.UDP, SocketState.NONE, 1, 53, 0, 0, Sample.known(Sample.process(9, "dnsmasq")))
                .row(Protocol.UDP, SocketState.NONE, 1, 54, 0, 0, Sample.known(Sample.process(9, "dnsmasq")))
                .figures(0, 0, -2, 1)
                .snapshot();
        assertEquals("root", other.user(0));
        assertEquals("#4294967294", other.user(1));
    }

    @Test
    void anEntryHasARemoteEndOnlyWhereThereIsOne() {
        assertTrue(snapshot.entry(0).remote().isEmpty());
        assertEquals(
                "[::ffff:127.0.0.1]:40000",
                snapshot.entry(1).remote().orElseThrow().toString());
    }

    @Test
    void hiddenOwnersAreCountedByReason() {
        assertEquals(1, snapshot.hidden(Owner.Why.NO_RIGHTS));
        assertEquals(0, snapshot.hidden(Owner.Why.TIME_WAIT));
        assertEquals(0, snapshot.hidden(Owner.Why.SEARCHING));
    }

    @Test
    void aKnownOwnerHasAProcessAndAGapMissesSomething() {
        assertThrows(IllegalArgumentException.class, () -> new Owner.Known(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Gap(Gap.Kind.LINE_GARBLED, "x", 0, ""));
    }
}
