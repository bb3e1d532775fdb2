package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketEntry;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SsLinesTest {
    @Test
    void linesAreThoseOfSsAlignedAtTheColons() {
        assertEquals("""
                tcp LISTEN    3  0             0.0.0.0:22              0.0.0.0:*     users:(("sshd",pid=1200),("sshd",pid=1300))
                tcp ESTAB     17 42 [::ffff:127.0.0.1]:8080 [::ffff:127.0.0.1]:40000 users:(("java",pid=900))
                tcp TIME-WAIT 0  0           127.0.0.1:5432          127.0.0.1:40001
                udp UNCONN    -  -               [::1]:53                    *:*     users:(("",pid=77))
                tcp LISTEN    0  0           127.0.0.1:3306            0.0.0.0:*\
                """, SsLines.of(entries(Sample.mixed())));
    }

    @Test
    void aConnectedUdpSocketIsEstablished() {
        Snapshot snapshot = new Sample()
                .row(Protocol.UDP, SocketState.NONE, 0, 68, 0x0a000001, 67, Sample.known(Sample.process(9, "dhcp")))
                .figures(0, 0, 0, 1)
                .snapshot();

        assertEquals("udp ESTAB 0 0 0.0.0.0:68 10.0.0.1:67 users:((\"dhcp\",pid=9))", SsLines.of(entries(snapshot)));
    }

    @Test
    void allAddressesOfIpv6AreAStar() {
        Snapshot snapshot = new Sample()
                .row(Protocol.TCP6, SocketState.LISTEN, 0, 22, 0, 0, Sample.known(Sample.process(9, "sshd")))
                .figures(0, 128, 0, 1)
                .snapshot();

        assertEquals("tcp LISTEN 0 128 *:22 *:* users:((\"sshd\",pid=9))", SsLines.of(entries(snapshot)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tmux: server|tmux: server",
                "a\",pid=1),(\"b|a\\\",pid=1),(\\\"b",
                "a\\|a\\\\",
                "a\u202eb|a\\u{202e}b",
            })
    void noNameEndsItsOwnQuotes(String name, String written) {
        Snapshot snapshot = new Sample()
                .row(Protocol.TCP, SocketState.LISTEN, 0, 22, 0, 0, Sample.known(Sample.process(9, name)))
                .figures(0, 0, 0, 1)
                .snapshot();

        assertEquals(
                "tcp LISTEN 0 0 0.0.0.0:22 0.0.0.0:* users:((\"" + written + "\",pid=9))",
                SsLines.of(entries(snapshot)));
    }

    private static List<SocketEntry> entries(Snapshot snapshot) {
        return Arrays.stream(Sample.all(snapshot)).mapToObj(snapshot::entry).toList();
    }
}
