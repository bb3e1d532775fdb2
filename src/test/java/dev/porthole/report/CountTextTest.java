package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.counts.StateCounts;
import dev.porthole.counts.Tallies;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Sample;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CountTextTest {
    /// `-` stands where no such socket can be.
    @Test
    void statesGoDownAndTypesAcrossWithTheTotalsOfBoth() throws IOException {
        assertEquals("""
                state             tcp     tcp6      udp     udp6    total
                ESTABLISHED         0        1        -        -        1
                SYN_SENT            0        0        -        -        0
                SYN_RECV            0        0        -        -        0
                FIN_WAIT1           0        0        -        -        0
                FIN_WAIT2           0        0        -        -        0
                TIME_WAIT           1        0        -        -        1
                CLOSE               0        0        -        -        0
                CLOSE_WAIT          0        0        -        -        0
                LAST_ACK            0        0        -        -        0
                LISTEN              2        0        -        -        2
                CLOSING             0        0        -        -        0
                NONE                -        -        0        1        1
                total               3        1        0        1        5
                """, text(StateCounts.of(Sample.mixed().table())));
    }

    @Test
    void statesOfOtherSystemsHaveALineWhereThereAreAny() throws IOException {
        assertFalse(text(StateCounts.EMPTY).contains("DELETE_TCB"));
        StateCounts windows = Tallies.of(Instant.EPOCH, Protocol.TCP6, SocketState.DELETE_TCB, 3)
                .counts();

        assertTrue(
                text(windows).contains("DELETE_TCB          0        3        -        -        3\n"), text(windows));
    }

    @Test
    void largeNumbersPushTheColumnsAndStayApart() throws IOException {
        StateCounts many = Tallies.of(Instant.EPOCH, Protocol.TCP, SocketState.TIME_WAIT, 123_456)
                .counts();

        assertTrue(text(many).contains("TIME_WAIT      123456        0        -        -   123456\n"), text(many));
    }

    private static String text(StateCounts counts) throws IOException {
        StringBuilder text = new StringBuilder();
        CountText.write(counts, text);
        return text.toString();
    }
}
