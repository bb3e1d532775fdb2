package dev.porthole.cli;

import dev.porthole.sockets.SocketOrder.Column;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of `--sort`.
enum SortColumn {
    PROTO("proto", Column.PROTOCOL),
    LOCAL("local", Column.LOCAL_ADDRESS),
    LOCAL_PORT("local-port", Column.LOCAL_PORT),
    REMOTE("remote", Column.REMOTE_ADDRESS),
    REMOTE_PORT("remote-port", Column.REMOTE_PORT),
    STATE("state", Column.STATE),
    RECEIVE_QUEUE("recv-q", Column.RECEIVE_QUEUE),
    SEND_QUEUE("send-q", Column.SEND_QUEUE),
    PID("pid", Column.PID),
    PROCESS("process", Column.PROCESS),
    USER("user", Column.USER),
    RTT("rtt", Column.RTT),
    RTT_VARIATION("rtt-var", Column.RTT_VARIATION),
    RETRANSMITS("retrans", Column.RETRANSMITS),
    CONGESTION_WINDOW("cwnd", Column.CONGESTION_WINDOW),
    SEGMENT_SIZE("mss", Column.SEGMENT_SIZE),
    PATH_MTU("pmtu", Column.PATH_MTU),
    BYTES_SENT("sent", Column.BYTES_SENT),
    BYTES_RECEIVED("received", Column.BYTES_RECEIVED),
    SEND_RATE("send-rate", Column.SEND_RATE),
    RECEIVE_RATE("recv-rate", Column.RECEIVE_RATE),
    AGE("age", Column.AGE),
    DROPS("drops", Column.DROPS),
    ACCEPT_QUEUE("accept-q", Column.ACCEPT_QUEUE),
    EXPOSURE("exposure", Column.EXPOSURE);

    private final String word;
    private final Column column;

    SortColumn(String word, Column column) {
        this.word = word;
        this.column = column;
    }

    static Optional<Column> parse(String text) {
        return Stream.of(values())
                .filter(sort -> sort.word.equalsIgnoreCase(text.strip()))
                .map(sort -> sort.column)
                .findFirst();
    }

    static String words() {
        return Stream.of(values()).map(sort -> sort.word).collect(Collectors.joining(", "));
    }
}
