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
    USER("user", Column.USER);

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
