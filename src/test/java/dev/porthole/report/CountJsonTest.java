package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.porthole.counts.PortRange;
import dev.porthole.counts.StateCounts;
import dev.porthole.counts.SystemLimits;
import dev.porthole.counts.Tally;
import dev.porthole.sockets.Sample;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CountJsonTest {
    private static final SystemLimits LIMITS =
            new SystemLimits(Optional.of(new PortRange(5000, 60_999)), OptionalLong.of(Long.MAX_VALUE));

    @Test
    void aCountIsOneLineWithEveryUsualStateOfEachType() throws IOException {
        assertEquals("""
                {"time":"2026-11-21T10:00:00.500Z","complete":true,"total":5,"loopback":4,"counts":{\
                "tcp":{"ESTABLISHED":0,"SYN_SENT":0,"SYN_RECV":0,"FIN_WAIT1":0,"FIN_WAIT2":0,"TIME_WAIT":1,"CLOSE":0,\
                "CLOSE_WAIT":0,"LAST_ACK":0,"LISTEN":2,"CLOSING":0},\
                "tcp6":{"ESTABLISHED":1,"SYN_SENT":0,"SYN_RECV":0,"FIN_WAIT1":0,"FIN_WAIT2":0,"TIME_WAIT":0,"CLOSE":0,\
                "CLOSE_WAIT":0,"LAST_ACK":0,"LISTEN":0,"CLOSING":0},\
                "udp":{"NONE":0},"udp6":{"NONE":1}},\
                "time_wait_ports":1,"ephemeral_ports":{"first":5000,"last":60999},"full_accept_queues":null,\
                "open_files_limit":9223372036854775807}
                """, json(Tally.of(Sample.mixed(), LIMITS)));
    }

    /// Never 0, -1 or left out.
    @Test
    void whatTheSystemDoesNotTellIsNull() throws IOException {
        var json = JSON.std.mapFrom(json(Tally.of(Sample.mixed(), SystemLimits.UNKNOWN)));

        for (String field :
                new String[] {"time_wait_ports", "ephemeral_ports", "full_accept_queues", "open_files_limit"}) {
            assertTrue(json.containsKey(field) && json.get(field) == null, field);
        }
    }

    @Test
    void countsThatAreTooLowSaySo() throws IOException {
        var tally = new Tally(Sample.TIME, StateCounts.EMPTY, LIMITS, false);

        assertEquals(false, JSON.std.mapFrom(json(tally)).get("complete"));
        assertEquals(0, JSON.std.mapFrom(json(tally)).get("full_accept_queues"));
    }

    private static String json(Tally tally) throws IOException {
        StringWriter text = new StringWriter();
        CountJson.write(tally, text);
        return text.toString();
    }
}
