package dev.porthole.interchange.networkconnections;

import java.util.List;

/// The options of network-connections.
enum ConnectionsOption {
    HELP("h", "help", false, "Show this help."),
    VERSION("V", "version", false, "Show the version."),
    ALWAYS_OK("", "always-ok", false, "Always exit with 0."),
    CONN_STATUS("", "conn-status", true, "Only this state; repeatable. Default: all"),
    CONN_TYPE("", "conn-type", true, "Only this type; repeatable. Default: all"),
    CRITICAL("c", "critical", true, "CRIT range for the number of each group. Default: None"),
    NO_PERFDATA("", "no-perfdata", false, "Leave the perfdata out."),
    TEST("", "test", true, "Count the sockets of this JSON file: PATH[,ERR[,RC]]"),
    WARNING("w", "warning", true, "WARN range for the number of each group. Default: None");

    static final List<String> STATUSES = List.of(
            "all",
            "close",
            "close_wait",
            "closing",
            "established",
            "fin_wait1",
            "fin_wait2",
            "last_ack",
            "listen",
            "none",
            "syn_recv",
            "syn_sent",
            "time_wait");
    static final List<String> TYPES = List.of("all", "tcp", "tcp6", "udp", "udp6");

    /// Without its dash; empty if there is none.
    final String letter;
    final String word;
    final boolean takesValue;
    final String meaning;

    ConnectionsOption(String letter, String word, boolean takesValue, String meaning) {
        this.letter = letter;
        this.word = word;
        this.takesValue = takesValue;
        this.meaning = meaning;
    }

    /// Empty: any value.
    List<String> choices() {
        return switch (this) {
            case CONN_STATUS -> STATUSES;
            case CONN_TYPE -> TYPES;
            default -> List.of();
        };
    }

    /// `-w/--warning`.
    String names() {
        return letter.isEmpty() ? "--" + word : "-" + letter + "/--" + word;
    }
}
