package dev.porthole.ui.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SocketColumnTest {
    private static final Snapshot MIXED = Sample.mixed();

    @Test
    void aListenerThatTwoProcessesShareNamesTheFirstAndCountsTheOthers() {
        assertEquals("tcp | 0.0.0.0 | 22 | (–) | (–) | LISTEN | 3 | (0) | 1200 | sshd +1 | root", text(MIXED, 0));
    }

    @Test
    void aConnectionHasAllItsValues() {
        assertEquals(
                "tcp6 | ::ffff:127.0.0.1 | 8080 | ::ffff:127.0.0.1 | 40000 | ESTABLISHED | 17 | 42 | 900 | java | www-data",
                text(MIXED, 1));
    }

    @Test
    void whatTheSystemDoesNotTellIsADash() {
        assertEquals(
                "tcp | 127.0.0.1 | 5432 | 127.0.0.1 | 40001 | TIME_WAIT | (–) | (–) | (–) | (time wait) | (–)",
                text(MIXED, 2));
    }

    @Test
    void aProcessWithoutNameHasItsPid() {
        assertEquals("udp6 | ::1 | 53 | (–) | (–) | NONE | (–) | (–) | 77 | (–) | (–)", text(MIXED, 3));
    }

    @Test
    void aHiddenOwnerNamesTheReason() {
        assertEquals(
                "tcp | 127.0.0.1 | 3306 | (–) | (–) | LISTEN | (0) | (0) | (–) | (needs root) | #112", text(MIXED, 4));
    }

    @Test
    void everyReasonFitsACell() {
        for (Owner.Why why : Owner.Why.values()) {
            SocketRow row = row(new Owner.Hidden(why));
            assertEquals(true, SocketColumn.PROCESS.isAbsent(row));
            assertEquals(true, SocketColumn.PROCESS.text(row).length() <= 20, SocketColumn.PROCESS.text(row));
        }
    }

    @Test
    void aNameThatWouldBreakTheLineOrTurnTheTextIsEscaped() {
        SocketRow row = row(Sample.known(new ProcessRef(7, 70L, "a\nb\t\u202ec", "x\u001b[31m")));
        assertEquals("a\\nb\\t\\u{202e}c", SocketColumn.PROCESS.text(row));
        assertEquals("x\\x1b[31m", SocketColumn.USER.text(row));
    }

    @Test
    void everyColumnSortsByItselfAndHasAWordAndAWidth() {
        assertEquals(
                Arrays.asList(SocketOrder.Column.values()),
                Arrays.stream(SocketColumn.values()).map(SocketColumn::order).toList());
        assertEquals("local-address", SocketColumn.LOCAL_ADDRESS.word());
        assertEquals(
                List.of(),
                Arrays.stream(SocketColumn.values())
                        .filter(column -> column.width() < 20 || column.width() > 2000)
                        .toList());
    }

    private static SocketRow row(Owner owner) {
        return new SocketRow(
                new Sample()
                        .row(Protocol.TCP, SocketState.LISTEN, 0, 22, 0, 0, owner)
                        .snapshot(),
                0);
    }

    /// The cells that were there from the start; those that are absent in parentheses.
    private static String text(Snapshot snapshot, int row) {
        SocketRow place = new SocketRow(snapshot, row);
        return Arrays.stream(SocketColumn.values())
                .filter(column -> column.group() == SocketColumn.Group.SOCKET)
                .map(column -> column.isAbsent(place) ? "(" + column.text(place) + ")" : column.text(place))
                .collect(Collectors.joining(" | "));
    }
}
