package dev.porthole.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketStateTest {
    /// The rows of the name table in docs: psutil, option, Zabbix key, ss, netstat, RFC and its texts, Windows, OSHI.
    @ParameterizedTest
    @CsvSource({
        "ESTABLISHED, 'ESTABLISHED,established,ESTAB,estab'",
        "SYN_SENT, 'SYN_SENT,syn_sent,synsent,SYN-SENT'",
        "SYN_RECV, 'SYN_RECV,syn_recv,synrecv,SYN-RECV,SYN-RECEIVED,SYN_RECEIVED,SYN_RCVD'",
        "FIN_WAIT1, 'FIN_WAIT1,fin_wait1,finwait1,FIN-WAIT-1,FIN_WAIT_1'",
        "FIN_WAIT2, 'FIN_WAIT2,fin_wait2,finwait2,FIN-WAIT-2,FIN_WAIT_2'",
        "TIME_WAIT, 'TIME_WAIT,time_wait,timewait,TIME-WAIT'",
        "CLOSE, 'CLOSE,close,closed,CLOSED,UNCONN'",
        "CLOSE_WAIT, 'CLOSE_WAIT,close_wait,closewait,CLOSE-WAIT'",
        "LAST_ACK, 'LAST_ACK,last_ack,lastack,LAST-ACK'",
        "LISTEN, 'LISTEN,listen,LISTENING'",
        "CLOSING, 'CLOSING,closing'",
        "NONE, 'NONE,none'",
        "DELETE_TCB, 'DELETE_TCB,delete_tcb'",
    })
    void everySpellingInUseIsRead(SocketState state, String spellings) {
        for (String spelling : List.of(spellings.split(","))) {
            assertEquals(Optional.of(state), SocketState.parse(spelling), spelling);
        }
    }

    /// The numbers 1 to 12 of Windows' MIB_TCP_STATE, in order, as its documentation spells them.
    @ParameterizedTest
    @CsvSource({
        "CLOSED, CLOSE",
        "LISTEN, LISTEN",
        "SYN_SENT, SYN_SENT",
        "SYN_RCVD, SYN_RECV",
        "ESTAB, ESTABLISHED",
        "FIN_WAIT1, FIN_WAIT1",
        "FIN_WAIT2, FIN_WAIT2",
        "CLOSE_WAIT, CLOSE_WAIT",
        "CLOSING, CLOSING",
        "LAST_ACK, LAST_ACK",
        "TIME_WAIT, TIME_WAIT",
        "DELETE_TCB, DELETE_TCB",
    })
    void windowsStatesAreRead(String theirs, SocketState state) {
        assertEquals(Optional.of(state), SocketState.parse(theirs));
    }

    @ParameterizedTest
    @EnumSource
    void itsOwnNamesAreReadBack(SocketState state) {
        assertEquals(Optional.of(state), SocketState.parse(state.name()));
        assertEquals(Optional.of(state), SocketState.parse(state.rfcName()));
        assertEquals(Optional.of(state), SocketState.parse("  " + state.name().replace('_', ' ') + " "));
    }

    @Test
    void namesAreThoseOfSsAndTheRfc() {
        assertEquals("UNCONN", SocketState.NONE.ssName());
        assertEquals("FIN-WAIT-1", SocketState.FIN_WAIT1.ssName());
        assertEquals("SYN-RECEIVED", SocketState.SYN_RECV.rfcName());
        assertEquals("CLOSED", SocketState.CLOSE.rfcName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "FIN-WAIT", "SYN", "WAIT", "5", "establishe"})
    void aPartOfANameIsNoState(String text) {
        assertEquals(Optional.empty(), SocketState.parse(text));
    }
}
