package dev.porthole.sockets.query;

import dev.porthole.net.SocketState;
import dev.porthole.sockets.AcceptQueue;
import dev.porthole.sockets.Exposure;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.SocketTable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Conditions on sockets that wait to be called: how full their queue is, and from where they can be reached.
final class Waiting {
    private static final String FULL = "full";
    private static final String SOME = "waiting";
    private static final String EMPTY = "empty";

    private Waiting() {}

    static Condition backlog(Value value) throws InvalidQuery {
        Set<String> wanted = words(value, List.of(FULL, SOME, EMPTY));
        return (snapshot, _) -> {
            SocketTable table = snapshot.table();
            return row -> table.state(row) == SocketState.LISTEN && fits(table, row, wanted);
        };
    }

    private static boolean fits(SocketTable table, int row, Set<String> wanted) {
        long waiting = table.figure(row, Figure.RECEIVE_QUEUE, -1);
        return (waiting > 0 && wanted.contains(SOME))
                || (waiting == 0 && wanted.contains(EMPTY))
                || (wanted.contains(FULL) && AcceptQueue.isFull(waiting, table.figure(row, Figure.BACKLOG, -1)));
    }

    static Condition exposed(Value value) throws InvalidQuery {
        Set<String> wanted = words(value, List.of("all", "one", "loopback"));
        return (snapshot, _) -> {
            SocketTable table = snapshot.table();
            return row -> {
                Exposure exposure = Exposure.of(table, row);
                return exposure != null && wanted.contains(exposure.word());
            };
        };
    }

    private static Set<String> words(Value value, List<String> known) throws InvalidQuery {
        Set<String> words = new HashSet<>();
        for (Part piece : value.pieces()) {
            String word = piece.unquoted().toLowerCase(Locale.ROOT);
            if (!known.contains(word)) {
                throw value.wrong(piece, "is none of " + String.join(", ", known));
            }
            words.add(word);
        }
        return words;
    }
}
