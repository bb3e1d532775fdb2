package dev.porthole.sockets.query;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a search over 100,000 rows costs, printed: it depends on the machine.
class QueryCostTest {
    private static final int SIZE = 100_000;
    private static final int RUNS = 30;

    private static final List<String> QUERIES = List.of(
            "",
            "port:443",
            "port:80,443,8000-8999",
            "state:established,time_wait",
            "type:tcp",
            "addr:10.0.0.0/8",
            "addr:fe80::/10",
            "proc:worker-7",
            "pid:17",
            "user:www-data",
            "queue:>0",
            "!lo",
            "nosuchword",
            "worker-7",
            "tcp 10.0 worker",
            "state:established !lo port:1024-9999 worker-7");

    @Test
    void theCostOfEachKindOfWordIsPrinted() throws InvalidQuery {
        Snapshot snapshot = busy();
        for (String query : QUERIES) {
            SocketFilter filter = new SocketFilter(
                    SocketFilter.ALL.protocols(),
                    SocketFilter.ALL.states(),
                    SocketFilter.ALL.reaches(),
                    Query.parse(query));
            List<Long> nanos = new ArrayList<>();
            int found = 0;
            for (int run = 0; run < RUNS; run++) {
                long since = System.nanoTime();
                found = filter.rows(snapshot).length;
                nanos.add(System.nanoTime() - since);
            }
            nanos.sort(null);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-45s %7d rows  median %6.2f ms  slowest %6.2f ms",
                    query,
                    found,
                    nanos.get(RUNS / 2) / 1e6,
                    nanos.getLast() / 1e6));
            assertTrue(found <= SIZE);
        }
    }

    private static Snapshot busy() {
        SocketState[] states = {
            SocketState.ESTABLISHED, SocketState.TIME_WAIT, SocketState.CLOSE_WAIT, SocketState.LISTEN
        };
        List<Owner> owners = new ArrayList<>();
        for (int pid = 1; pid <= 500; pid++) {
            owners.add(Sample.known(Sample.process(pid, "worker-" + pid % 40)));
        }
        Sample sample = new Sample().users(Map.of(0, "root", 33, "www-data"));
        for (int i = 0; i < SIZE; i++) {
            int scattered = i * 0x9e3779b1;
            SocketState state = states[(scattered >>> 8) & 3];
            boolean listens = state == SocketState.LISTEN;
            sample.row(
                            i % 5 == 4 ? Protocol.TCP6 : Protocol.TCP,
                            state,
                            0x0a00_0001L + (scattered & 0xff),
                            1024 + (scattered >>> 16) % 60_000,
                            listens ? 0 : 0xc0a8_0000L + (i & 0xffff),
                            listens ? 0 : 1 + i % 65_000,
                            owners.get(i % owners.size()))
                    .figures(i % 100 == 0 ? 1 : 0, 0, i % 3 == 0 ? 33 : 0, i + 1L);
        }
        return sample.snapshot();
    }
}
