package dev.porthole.interchange.zabbix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.porthole.interchange.networkconnections.Fixture;
import dev.porthole.net.SocketState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZabbixKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp.status[closed] | CLOSE",
                "tcp.status[closewait] | CLOSE_WAIT",
                "tcp.status[closing] | CLOSING",
                "tcp.status[established] | ESTABLISHED",
                "tcp.status[finwait1] | FIN_WAIT1",
                "tcp.status[finwait2] | FIN_WAIT2",
                "tcp.status[lastack] | LAST_ACK",
                "tcp.status[listen] | LISTEN",
                "tcp.status[synrecv] | SYN_RECV",
                "tcp.status[synsent] | SYN_SENT",
                "tcp.status[timewait] | TIME_WAIT",
                "linux_status[tcp_status,ESTAB] | ESTABLISHED",
                "linux_status[tcp_status,UNCONN] | CLOSE",
                "linux_status[tcp_status,SYN-RECEIVED] | SYN_RECV",
                "linux_status[tcp_status,Fin_Wait_1] | FIN_WAIT1",
                "linux_status[\"tcp_status\", \"TIME-WAIT\"] | TIME_WAIT",
                "linux_status[tcp_status,DELETE_TCB] | DELETE_TCB"
            })
    void aKeyNamesAState(String key, SocketState state) throws UnsupportedKey {
        assertEquals(state, ZabbixKey.parse(key).state());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tcp.status",
                "tcp.status[]",
                "tcp.status[close]",
                "tcp.status[LISTEN]",
                "tcp.status[time_wait]",
                "tcp.status[listen",
                "linux_status[]",
                "linux_status[tcp_status]",
                "linux_status[tcp_status,]",
                "linux_status[tcp_status,FIN-WAIT]",
                "linux_status[tcp_status,SYN]",
                "linux_status[tcp_status,NONE]",
                "linux_status[tcp_status,UNKNOWN]",
                "linux_status[other,LISTEN]",
                "linux_status[tcp_status,LISTEN,x]",
                "linux_status[tcp_status,\"LISTEN]",
                "linux_tcp[tcp_status,LISTEN]"
            })
    void anyOtherKeyHasAReasonOfOneLine(String key) {
        String reason =
                assertThrows(UnsupportedKey.class, () -> ZabbixKey.parse(key)).reason();

        assertTrue(reason.matches("\\S.*[.]"), reason);
    }

    @Test
    void bothFamiliesAreAddedAndUdpIsNot() throws Exception {
        var sockets = Fixture.parse("""
                [{"proto": "tcp", "status": "CLOSE"}, {"proto": "tcp6", "status": "CLOSE"},
                 {"proto": "udp", "status": "CLOSE"}, {"proto": "tcp", "status": "close"}]""");

        assertEquals(2, ZabbixKey.parse("tcp.status[closed]").value(sockets));
        assertEquals(0, ZabbixKey.parse("tcp.status[listen]").value(sockets));
    }
}
