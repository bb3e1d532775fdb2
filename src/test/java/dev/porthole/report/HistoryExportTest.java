package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.counts.CountHistory;
import dev.porthole.counts.Tallies;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistoryExportTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final CountHistory history = new CountHistory();

    @Test
    void eachHalfMinuteThatWasReadIsALineWithValueAndPeak() throws IOException {
        fill();

        assertEquals("""
                time,tcp_CLOSE_WAIT,tcp_CLOSE_WAIT_peak,udp6_NONE,udp6_NONE_peak
                2026-11-21T10:00:00Z,4,9,0,0
                2026-11-21T10:02:00Z,0,0,2,2
                """.replace("\n", "\r\n"), csv());
    }

    @Test
    void jsonHoldsTheSameNumbers() throws IOException {
        fill();

        assertEquals("""
                {"step_seconds":30,"columns":["time","tcp_CLOSE_WAIT","tcp_CLOSE_WAIT_peak","udp6_NONE","udp6_NONE_peak"],\
                "rows":[["2026-11-21T10:00:00Z",4,9,0,0],["2026-11-21T10:02:00Z",0,0,2,2]]}
                """, json());
    }

    @Test
    void anEmptyHistoryIsAHeadingAlone() throws IOException {
        assertEquals("time\r\n", csv());
        assertEquals("{\"step_seconds\":30,\"columns\":[\"time\"],\"rows\":[]}\n", json());
    }

    /// Readings at 0, 10 and 20 seconds, then none for a minute and a half.
    private void fill() {
        history.add(Tallies.closeWait(START, 3));
        history.add(Tallies.closeWait(START.plusSeconds(10), 9));
        history.add(Tallies.closeWait(START.plusSeconds(20), 4));
        history.add(Tallies.of(START.plusSeconds(120), Protocol.UDP6, SocketState.NONE, 2));
    }

    private String csv() throws IOException {
        StringBuilder text = new StringBuilder();
        HistoryExport.csv(history, text);
        return text.toString();
    }

    private String json() throws IOException {
        StringWriter text = new StringWriter();
        HistoryExport.json(history, text);
        return text.toString();
    }
}
