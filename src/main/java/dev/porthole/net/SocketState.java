package dev.porthole.net;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A socket's state: the eleven of RFC 9293, in the kernel's spelling (`include/net/tcp_states.h`, also psutil's),
/// [#NONE] for UDP, and those that only other systems know.
public enum SocketState {
    ESTABLISHED("ESTAB", "ESTABLISHED"),
    SYN_SENT("SYN-SENT", "SYN-SENT"),
    SYN_RECV("SYN-RECV", "SYN-RECEIVED"),
    FIN_WAIT1("FIN-WAIT-1", "FIN-WAIT-1"),
    FIN_WAIT2("FIN-WAIT-2", "FIN-WAIT-2"),
    TIME_WAIT("TIME-WAIT", "TIME-WAIT"),
    CLOSE("UNCONN", "CLOSED"),
    CLOSE_WAIT("CLOSE-WAIT", "CLOSE-WAIT"),
    LAST_ACK("LAST-ACK", "LAST-ACK"),
    LISTEN("LISTEN", "LISTEN"),
    CLOSING("CLOSING", "CLOSING"),
    /// UDP has no states: connected or not, it is NONE.
    NONE("UNCONN", "NONE"),
    /// Windows: the connection is being removed.
    DELETE_TCB("DELETE_TCB", "DELETE_TCB"),
    /// Solaris: opened, not bound.
    IDLE("IDLE", "IDLE"),
    /// Solaris: bound, neither connected nor listening.
    BOUND("BOUND", "BOUND"),
    /// The system named a state that is none of these.
    UNKNOWN("UNKNOWN", "UNKNOWN");

    private static final Map<String, SocketState> SPELLINGS = new HashMap<>();

    static {
        for (SocketState state : values()) {
            SPELLINGS.put(bare(state.name()), state);
            SPELLINGS.put(bare(state.rfcName), state);
            SPELLINGS.putIfAbsent(bare(state.ssName), state);
        }
        SPELLINGS.put("synrcvd", SYN_RECV);
        SPELLINGS.put("listening", LISTEN);
    }

    private final String ssName;
    private final String rfcName;

    SocketState(String ssName, String rfcName) {
        this.ssName = ssName;
        this.rfcName = rfcName;
    }

    /// The name that `ss` prints: `ESTAB`, `TIME-WAIT`, `UNCONN`.
    public String ssName() {
        return ssName;
    }

    /// The name in RFC 9293 (`SYN-RECEIVED`, `CLOSED`), or the system's own where the RFC has none.
    public String rfcName() {
        return rfcName;
    }

    /// Reads any spelling in use: psutil's, `ss`, netstat, Zabbix keys, RFC, Windows and OSHI; case, blanks, `-` and
    /// `_` do not matter.
    public static Optional<SocketState> parse(String text) {
        return Optional.ofNullable(SPELLINGS.get(bare(text)));
    }

    private static String bare(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }
}
