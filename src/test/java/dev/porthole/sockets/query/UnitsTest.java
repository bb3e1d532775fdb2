package dev.porthole.sockets.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Changes;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.Unit;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    private static final Snapshot SNAPSHOT = row(row(row(new Sample(), 80, 4711), 81, 4712), 82, 0)
            .unit(4711, new Unit(Unit.Kind.SERVICE, "nginx.service"))
            .unit(4712, new Unit(Unit.Kind.CONTAINER, "0123456789ab"))
            .snapshot();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"unit:NGINX, 0", "'unit:nginx,0123', 0 1", "unit:.service, 0", "unit:ssh, ''", "!unit:nginx, 1 2"})
    void aQueryShowsTheRowsMadeThere(String query, String rows) throws InvalidQuery {
        RowTest wanted = Query.parse(query).on(SNAPSHOT);
        StringBuilder found = new StringBuilder();
        for (int row = 0; row < SNAPSHOT.size(); row++) {
            found.append(wanted.test(row) ? " " + row : "");
        }
        assertEquals(rows, found.toString().strip());
    }

    @Test
    void aRowThatWasClosedKeepsItsUnit() throws InvalidQuery {
        Snapshot closed = Changes.none(SNAPSHOT)
                .next(new Sample().snapshot(), Duration.ofSeconds(5))
                .closed();
        assertEquals(3, closed.size());
        RowTest wanted = Query.parse("unit:nginx").on(closed);
        assertTrue(wanted.test(0));
        assertFalse(wanted.test(1));
    }

    private static Sample row(Sample to, int port, long group) {
        return to.row(Protocol.TCP, SocketState.LISTEN, 0, port, 0, 0, new Owner.Hidden(Owner.Why.NO_RIGHTS))
                .figure(Figure.CGROUP, group);
    }
}
