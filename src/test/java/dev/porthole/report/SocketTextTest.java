package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SocketTextTest {
    @Test
    void columnsAreAlignedAbsentValuesAreADashAndAMissingOwnerHasItsReason() throws IOException {
        assertEquals("""
                proto  local                    remote                    state        recv-q  send-q   pid  process       user
                tcp    0.0.0.0:22               -                         LISTEN            3       0  1200  sshd +1       root
                tcp6   [::ffff:127.0.0.1]:8080  [::ffff:127.0.0.1]:40000  ESTABLISHED      17      42   900  java          www-data
                tcp    127.0.0.1:5432           127.0.0.1:40001           TIME_WAIT         -       -     -  (time wait)   -
                udp6   [::1]:53                 -                         NONE              -       -    77  -             -
                tcp    127.0.0.1:3306           -                         LISTEN            0       0     -  (needs root)  #112
                """, text(Sample.mixed()));
    }

    @Test
    void withoutRowsThereIsAHeading() throws IOException {
        assertEquals(
                "proto  local  remote  state  recv-q  send-q  pid  process  user\n", text(new Sample().snapshot()));
    }

    @Test
    void namesOfStrangersCannotForgeALineOrMoveTheCursor() throws IOException {
        String text = text(named("a\ntcp  0.0.0.0:1\u001b[2J\u202e"));

        assertEquals(2, text.lines().count());
        assertEquals(
                "a\\ntcp  0.0.0.0:1\\x1b[2J\\u{202e}",
                text.lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow()
                        .substring(text.indexOf("process"), text.indexOf("user"))
                        .strip());
    }

    @Test
    void charactersOutsideTheBasicPlaneKeepTheColumns() throws IOException {
        String[] lines = text(named("😀😀😀😀😀😀😀😀😀")).split("\n", -1);

        assertEquals(
                lines[0].codePoints().count() - "user".length(),
                lines[1].codePoints().count() - "root".length());
    }

    static Snapshot named(String process) {
        return new Sample()
                .row(Protocol.TCP, SocketState.LISTEN, 0, 80, 0, 0, Sample.known(Sample.process(7, process)))
                .snapshot();
    }

    private static String text(Snapshot snapshot) throws IOException {
        StringWriter out = new StringWriter();
        SocketText.write(snapshot, Sample.all(snapshot), out);
        return out.toString();
    }
}
