package dev.porthole.sockets.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of the sample: 0 sshd (two processes) listens on 0.0.0.0:22; 1 java, mapped loopback 8080 to 40000;
/// 2 TIME_WAIT, loopback 5432 to 40001; 3 udp6 on ::1:53; 4 a hidden owner listens on 127.0.0.1:3306; 5 nginx from
/// 10.1.2.3:443 to 203.0.113.9:50000 with full queues; 6 nginx from 127.0.0.1 to 10.1.2.3:443.
class QueryTest {
    private static final Snapshot SNAPSHOT = sample();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', 0 1 2 3 4 5 6",
                "port:22, 0",
                "port:40000, 1",
                "port:443, 5 6",
                "'port:22,443', 0 5 6",
                "port:22|443, 0 5 6",
                "port:5000-9000, 1 2",
                "'port:53,8000-8999', 1 3",
                "port:0, ''",
                "'port:443,', 5 6",
                "PORT:22, 0",
                "lport:443, 5",
                "rport:443, 6",
                "rport:0-65535, 1 2 5 6",
                "state:listen, 0 4",
                "'state:Established,TIME-WAIT', 1 2 5 6",
                "state:time_wait|listening, 0 2 4",
                "state:unconn, 3",
                "type:tcp, 0 2 4 5 6",
                "'type:TCP6,udp6', 1 3",
                "proc:ssh, 0",
                "proc:SSH, 0",
                "'proc:\"nginx: worker\"', 5 6",
                "'proc:java,sshd', 0 1",
                "proc:sshd:, ''",
                "pid:1300, 0",
                "'pid:1300,900', 0 1",
                "pid:70-80, 3",
                "user:root, 0",
                "user:ROOT, 0",
                "user:0, 0",
                "user:www-data|112, 1 4",
                "user:#112, 4",
                "user:roo, ''",
                "user:admin, 5 6",
                "addr:127.0.0.0/8, 1 2 4 6",
                "addr:127.0.0.1, 1 2 4 6",
                "addr:10.0.0.0/8, 5 6",
                "laddr:10.0.0.0/8, 5",
                "raddr:10.0.0.0/8, 6",
                "addr:::1, 3",
                "'addr:[::1]', 3",
                "addr:::/0, 1 3",
                "raddr:0.0.0.0/0, 1 2 5 6",
                "laddr:0.0.0.0, 0",
                "'addr:::1,203.0.113.9', 3 5",
                "queue:>0, 0 1 5",
                "queue:=0, 4",
                "queue:0, 4",
                "queue:>=17, 1 5",
                "queue:>1K, 5",
                "queue:>=1M, 5",
                "queue:>1m, ''",
                "queue:<10, 0 4",
                "queue:<=42, 0 1 4",
                "recvq:17, 1",
                "recvq:>0, 0 1",
                "sendq:>0, 1 5",
                "sendq:=1MB, 5",
                "lo, 1 2 3 4",
                "LO, 1 2 3 4",
                "!lo, 0 5 6",
                "-lo, 0 5 6",
                "!!lo, 1 2 3 4",
                "!port:443, 0 1 2 3 4",
                "-state:listen !lo, 5 6",
                "!queue:>0, 2 3 4 6",
                "!sshd, 1 2 3 4 5 6",
                "sshd|java, 0 1",
                "!sshd|java, 2 3 4 5 6",
                "tcp !tcp6 established, 5 6",
                "'port:443 proc:nginx sendq:>0', 5",
                "'\"lo\"', ''",
                "'\"port:443\"', ''",
                "'\"nginx: worker\"', 5 6",
                "' port:22\t', 0",
                "[::1]:53, 3",
                "::ffff:127.0.0.1, 1",
                "127.0.0.1:3306, 4",
                "|, ''",
            })
    void aQueryShowsTheseRows(String query, String rows) throws InvalidQuery {
        assertEquals(rows, rows(query));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "prot:80, 0, 4, '“prot” is no field: did you mean port:?'",
                "'nginx  !prot:80', 8, 12, '“prot” is no field: did you mean port:?'",
                "process:x, 0, 7, '“process” is no field: did you mean proc:?'",
                "sate:listen, 0, 4, '“sate” is no field: did you mean state:?'",
                "queu:>0, 0, 4, '“queu” is no field: did you mean queue:?'",
                "localhost:80, 0, 9, '“localhost” is no field; the fields are port: lport:'",
                "port:, 0, 5, '“port:” says nothing yet: write port:443, port:80,443 or port:8000-8999.'",
                "'x port:,', 2, 8, '“port:” says nothing yet'",
                "'port:443,http', 9, 13, '“http” is no port from 0 to 65535; write port:443'",
                "port:65536, 5, 10, '“65536” is no port'",
                "port:>80, 5, 8, '“>80” is no port'",
                "port:99999999999999999999, 5, 25, '“99999999999999999999” is no port'",
                "port:90-80, 5, 10, '“90-80” ends before it begins; write port:443'",
                "'state:listen,est', 13, 16, '“est” is no state; write state:established'",
                "type:ipx, 5, 8, '“ipx” is no type: there are tcp, tcp6, udp and udp6; write type:tcp'",
                "pid:init, 4, 8, '“init” is no process id; write pid:1234'",
                "addr:10.0.0.0/33, 5, 16, '“10.0.0.0/33” is neither an address nor a range of addresses; write addr:'",
                "addr:fe80::1%eth0, 5, 17, '“fe80::1%eth0” is neither'",
                "queue:>, 6, 7, '“>” is no comparison with a number of bytes; write queue:>0'",
                "queue:>1G, 6, 9, '“>1G” is no comparison'",
                "'recvq:>1K,<5K', 10, 13, '“<5K” is one comparison too many: give each a word of its own; write recvq'",
                "!, 0, 1, '“!” hides what the word after it shows'",
                "'x - y', 2, 3, '“-” hides'",
                "'port:22 \"two words', 8, 18, '“\"two words” opens a quote and does not close it: add'",
            })
    void aWrongWordIsPointedAtInOneSentence(String query, int start, int end, String sentence) {
        InvalidQuery wrong = assertThrows(InvalidQuery.class, () -> Query.parse(query));

        assertTrue(wrong.sentence().startsWith(sentence), wrong.sentence());
        assertTrue(wrong.sentence().matches(".*[.?)]"), wrong.sentence());
        assertEquals(start, wrong.start(), wrong.sentence());
        assertEquals(end, wrong.end(), wrong.sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fe80::1", "dead:beef::1", "cafe::", "::1", "[::1]:53", "10.1.2.3:443", ":443", "a:b:c"})
    void whatLooksLikeAnAddressIsTextAndNoField(String query) throws InvalidQuery {
        assertEquals(query, Query.parse(query).text());
    }

    @Test
    void theFirstWrongWordIsTheOneToldAndForeignCharactersAreEscaped() {
        InvalidQuery wrong = assertThrows(InvalidQuery.class, () -> Query.parse("lo port:8\u202e0 prot:1"));

        assertTrue(wrong.sentence().startsWith("“8\\u{202e}0” is no port"), wrong.sentence());
        assertEquals(8, wrong.start());
    }

    @Test
    void aVeryLongWordIsCutInTheSentence() {
        InvalidQuery wrong = assertThrows(InvalidQuery.class, () -> Query.parse("port:" + "x".repeat(100_000)));

        assertTrue(wrong.sentence().length() < 200, wrong.sentence());
    }

    @Test
    void everyExampleOfAnErrorCanBeTyped() throws InvalidQuery {
        for (QueryField field : QueryField.ALL) {
            for (String example : field.example().split(" or |, ", -1)) {
                assertFalse(Query.parse(example).text().isEmpty(), example);
            }
        }
    }

    private static String rows(String query) throws InvalidQuery {
        RowTest wanted = Query.parse(query).on(SNAPSHOT);
        StringJoiner rows = new StringJoiner(" ");
        for (int row = 0; row < SNAPSHOT.size(); row++) {
            if (wanted.test(row)) {
                rows.add(Integer.toString(row));
            }
        }
        return rows.toString();
    }

    private static Snapshot sample() {
        Owner nginx = Sample.known(new ProcessRef(4000, 1L, "nginx: worker", "admin"));
        return Sample.mixedRows()
                .users(Map.of(0, "root", 33, "www-data"))
                .row(Protocol.TCP, SocketState.ESTABLISHED, 0x0a010203L, 443, 0xcb007109L, 50000, nginx)
                .queues(0, 1 << 20)
                .row(Protocol.TCP, SocketState.ESTABLISHED, Sample.LOOPBACK, 50001, 0x0a010203L, 443, nginx)
                .snapshot();
    }
}
