package dev.porthole.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Gap;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.Sample;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.Unit;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SocketJsonTest {
    @Test
    void whatTheSystemDoesNotTellIsNull() throws IOException {
        assertEquals("""
                {"time":"2026-11-21T10:00:00.500Z","source":"/proc/net","gaps":[
                {"kind":"process_hidden","subject":"/proc/PID/fd","count":12,"detail":null,"misses_rows":false,\
                "sentence":"The open files of 12 processes of other users cannot be seen, so owners may be missing: run Porthole as root (sudo) or administrator."}],\
                "sockets":[
                {"protocol":"tcp","state":"LISTEN","local":{"address":"0.0.0.0","port":22},"remote":null,\
                "receive_queue":3,"send_queue":0,"pid":1200,"process":"sshd","user":"root",\
                "processes":[{"pid":1200,"name":"sshd","user":"root","start_ticks":12000},{"pid":1300,"name":"sshd","user":"root","start_ticks":13000}],\
                "owner":{"status":"known","reason":null,"sentence":null}},
                {"protocol":"tcp6","state":"ESTABLISHED","local":{"address":"::ffff:127.0.0.1","port":8080},"remote":{"address":"::ffff:127.0.0.1","port":40000},\
                "receive_queue":17,"send_queue":42,"pid":900,"process":"java","user":"www-data",\
                "processes":[{"pid":900,"name":"java","user":"root","start_ticks":9000}],\
                "owner":{"status":"known","reason":null,"sentence":null}},
                {"protocol":"tcp","state":"TIME_WAIT","local":{"address":"127.0.0.1","port":5432},"remote":{"address":"127.0.0.1","port":40001},\
                "receive_queue":null,"send_queue":null,"pid":null,"process":null,"user":null,"processes":[],\
                "owner":{"status":"none","reason":"time_wait","sentence":"The kernel keeps the ports of a closed connection for a while; no process holds it any more."}},
                {"protocol":"udp6","state":"NONE","local":{"address":"::1","port":53},"remote":null,\
                "receive_queue":null,"send_queue":null,"pid":77,"process":null,"user":null,\
                "processes":[{"pid":77,"name":null,"user":null,"start_ticks":null}],\
                "owner":{"status":"known","reason":null,"sentence":null}},
                {"protocol":"tcp","state":"LISTEN","local":{"address":"127.0.0.1","port":3306},"remote":null,\
                "receive_queue":0,"send_queue":0,"pid":null,"process":null,"user":"#112","processes":[],\
                "owner":{"status":"hidden","reason":"no_rights","sentence":"Held by a process of another user: run Porthole as root (sudo) or administrator to see which."}}]}
                """, json(Sample.mixed()).replaceAll(",\"unit\":null,\"figures\":\\{.*?\"saw_opening\":null", ""));
    }

    @Test
    void figuresAreNumbersWhereTheSystemTellsAndNullElsewhere() throws IOException {
        String json = json(new Sample()
                .row(Protocol.TCP6, SocketState.LISTEN, 0, 80, 0, 0, new Owner.Hidden(Owner.Why.SEARCHING))
                .figures(2, 0, 0, 9)
                .figure(Figure.BACKLOG, 128)
                .figure(Figure.V6_ONLY, 0)
                .figure(Figure.TIMER, 2)
                .figure(Figure.TIMER_LEFT_MS, 1500)
                .snapshot());

        assertTrue(json.endsWith("""
                "figures":{"rtt_us":null,"rtt_variation_us":null,"min_rtt_us":null,"retransmit_timeout_us":null,\
                "retransmits":null,"congestion_window":null,"slow_start_threshold":null,"segment_size":null,\
                "path_mtu":null,"bytes_acked":null,"bytes_received":null,"bytes_sent":null,\
                "bytes_retransmitted":null,"delivery_rate":null,"timer_left_ms":1500,"drops":null,"backlog":128,\
                "cgroup":null,"accept_queue":2,"timer":"keepalive","v6_only":false},\
                "accept_queue":{"waiting":2,"backlog":128,"full":false,"dropped":null,"sentence":"2 of 128 waiting"},\
                "exposure":"all","rates":{"bytes_sent":null,"bytes_received":null,"retransmits":null},\
                "seen_ms":null,"saw_opening":null}]}
                """), json);
    }

    @Test
    void aSecondReadingHasRates() throws IOException {
        String json = json(connection(3000).snapshotAfter(Duration.ofMillis(700), connection(1000)));

        assertTrue(json.endsWith("""
                "accept_queue":null,"exposure":null,\
                "rates":{"bytes_sent":2857.1,"bytes_received":null,"retransmits":null},\
                "seen_ms":700,"saw_opening":false}]}
                """), json);
    }

    private static Sample connection(long sent) {
        return new Sample()
                .row(Protocol.TCP, SocketState.ESTABLISHED, 1, 5000, 2, 443, new Owner.None(Owner.Why.ORPHANED))
                .figure(Figure.BYTES_SENT, sent);
    }

    @Test
    void theServiceInWhichASocketWasMadeIsNamed() throws IOException {
        String json = json(new Sample()
                .row(Protocol.TCP, SocketState.LISTEN, 0, 80, 0, 0, new Owner.Hidden(Owner.Why.NO_RIGHTS))
                .figure(Figure.CGROUP, 4711)
                .unit(4711, new Unit(Unit.Kind.SERVICE, "nginx.service"))
                .snapshot());

        assertTrue(json.contains("\"unit\":{\"kind\":\"service\",\"name\":\"nginx.service\"},"), json);
    }

    @Test
    void aMachineWithoutSocketsIsStillAnObject() throws IOException {
        assertEquals(
                "{\"time\":\"2026-11-21T10:00:00.500Z\",\"source\":\"/proc/net\",\"gaps\":[],\"sockets\":[]}\n",
                json(new Sample().snapshot()));
    }

    @Test
    void anyNameComesBackAsItWasAndTheTextIsAscii() throws IOException {
        String name = "\"\\,\u001b\n\u202e日本😀\u0000";
        String json = json(SocketTextTest.named(name));

        assertTrue(json.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f)), json);
        Map<?, ?> socket = (Map<?, ?>)
                Objects.requireNonNull((List<?>) JSON.std.mapFrom(json).get("sockets"))
                        .getFirst();
        assertEquals(name, socket.get("process"));
    }

    @Test
    void gapsSayWhetherRowsAreMissing() throws IOException {
        String json = json(new Sample()
                .gap(new Gap(Gap.Kind.TABLE_UNREADABLE, "/proc/net/tcp", 1, "permission denied"))
                .snapshot());

        assertTrue(json.contains("\"detail\":\"permission denied\",\"misses_rows\":true"), json);
    }

    private static String json(Snapshot snapshot) throws IOException {
        StringWriter out = new StringWriter();
        SocketJson.write(snapshot, Sample.all(snapshot), out);
        return out.toString();
    }
}
