package dev.porthole.sockets.query;

import dev.porthole.sockets.Figure;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.SocketTable;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Conditions on who holds a socket.
final class Owners {
    private static final Pattern UID = Pattern.compile("#?([0-9]{1,10})");

    private Owners() {}

    /// A process whose name holds one of the words.
    static Condition process(Value value) {
        List<String> words = texts(value);
        return (snapshot, _) -> row -> anyProcess(snapshot.owner(row), process -> {
            String name = process.name();
            return name != null && words.stream().anyMatch(word -> holds(name, word));
        });
    }

    private static boolean holds(String name, String word) {
        for (int at = 0; at + word.length() <= name.length(); at++) {
            if (name.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /// One of the processes, also where its name cannot be read.
    static Condition pid(Value value) throws InvalidQuery {
        Span[] pids = value.numbers(0xffff_ffffL, "is no process id");
        return (snapshot, _) -> {
            SocketTable table = snapshot.table();
            return row -> Span.anyHolds(pids, table.figure(row, Figure.PID, -1))
                    || anyProcess(snapshot.owner(row), process -> Span.anyHolds(pids, process.pid()));
        };
    }

    private static boolean anyProcess(Owner owner, Predicate<ProcessRef> wanted) {
        if (owner instanceof Owner.Known known) {
            for (ProcessRef process : known.processes()) {
                if (wanted.test(process)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The user whose socket it is, by name or number; where the system tells none, the process's user.
    static Condition user(Value value) {
        List<String> names = texts(value);
        return (snapshot, _) -> {
            Span[] uids = uids(names, snapshot.users());
            SocketTable table = snapshot.table();
            return row -> {
                long uid = table.figure(row, Figure.UID, -1);
                return uid >= 0
                        ? Span.anyHolds(uids, uid)
                        : snapshot.owner(row) instanceof Owner.Known known && isOne(names, known.first());
            };
        };
    }

    private static boolean isOne(List<String> names, ProcessRef process) {
        String user = process.user();
        return user != null && names.stream().anyMatch(user::equalsIgnoreCase);
    }

    private static Span[] uids(List<String> names, Map<Integer, String> users) {
        var numbers =
                names.stream().map(UID::matcher).filter(uid -> uid.matches()).map(uid -> Long.parseLong(uid.group(1)));
        var named = users.entrySet().stream()
                .filter(user -> names.stream().anyMatch(user.getValue()::equalsIgnoreCase))
                .map(user -> Integer.toUnsignedLong(user.getKey()));
        return Stream.concat(numbers, named).map(uid -> new Span(uid, uid)).toArray(Span[]::new);
    }

    private static List<String> texts(Value value) {
        return value.pieces().stream().map(Part::unquoted).toList();
    }
}
