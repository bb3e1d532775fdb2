package dev.porthole.sockets.query;

import dev.porthole.sockets.Figure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A field of the language.
///
/// @param word what stands before the colon
/// @param example for the sentences about values that are wrong
/// @param reader reads what stands behind the colon
record QueryField(String word, String example, Reader reader) {
    private static final String RATE = "rate";
    private static final String AGE = "age";

    /// All of them. A new one is a line here, and one in the window's help.
    static final List<QueryField> ALL = List.of(
            new QueryField("port", "port:443, port:80,443 or port:8000-8999", Ends::port),
            new QueryField("lport", "lport:22 or lport:8000-8999", Ends::localPort),
            new QueryField("rport", "rport:443 or rport:8000-8999", Ends::remotePort),
            new QueryField("addr", "addr:10.0.0.0/8, addr:::1 or addr:fe80::/10", Ends::address),
            new QueryField("laddr", "laddr:0.0.0.0 or laddr:::1", Ends::localAddress),
            new QueryField("raddr", "raddr:10.0.0.0/8 or raddr:fe80::/10", Ends::remoteAddress),
            new QueryField("state", "state:established or state:listen,time_wait", Kinds::state),
            new QueryField("type", "type:tcp or type:tcp,udp6", Kinds::type),
            new QueryField("proc", "proc:nginx", Owners::process),
            new QueryField("pid", "pid:1234 or pid:1234,5678", Owners::pid),
            new QueryField("user", "user:root or user:1000", Owners::user),
            // The longer of the two, so that queue:=0 says that both are empty.
            new QueryField(
                    "queue",
                    "queue:>0 or queue:>=64K",
                    value -> Kinds.figure(value, Figure.RECEIVE_QUEUE, Figure.SEND_QUEUE)),
            new QueryField("recvq", "recvq:>0 or recvq:>=64K", value -> Kinds.figure(value, Figure.RECEIVE_QUEUE)),
            new QueryField("sendq", "sendq:>0 or sendq:>=64K", value -> Kinds.figure(value, Figure.SEND_QUEUE)),
            new QueryField("rtt", "rtt:>50ms or rtt:<200us", value -> Kinds.figure(value.time(), Figure.RTT_US)),
            new QueryField("retrans", "retrans:>0", value -> Kinds.figure(value.count(), Figure.RETRANSMITS)),
            new QueryField("drops", "drops:>0", value -> Kinds.figure(value.count(), Figure.DROPS)),
            new QueryField(RATE, "rate:>1M or rate:>=64K", Paces::rate),
            new QueryField(AGE, "age:<10s or age:>5min", Paces::age),
            new QueryField("unit", "unit:nginx", Units::unit),
            new QueryField("backlog", "backlog:full, backlog:waiting or backlog:empty", Waiting::backlog),
            new QueryField("exposed", "exposed:all, exposed:one or exposed:loopback", Waiting::exposed));

    @FunctionalInterface
    interface Reader {
        Condition read(Value value) throws InvalidQuery;
    }

    /// Whether it asks for what a single reading does not tell.
    boolean compares() {
        return word.equals(RATE) || word.equals(AGE);
    }

    Condition read(Part name, Part value) throws InvalidQuery {
        Value read = new Value(this, value.split(",|"));
        if (read.pieces().isEmpty()) {
            throw new InvalidQuery(
                    new Part(name.text() + ":", name.start(), value.end()), "says nothing yet: write " + example + ".");
        }
        return reader.read(read);
    }

    static Optional<QueryField> named(String word) {
        return ALL.stream().filter(field -> field.word.equalsIgnoreCase(word)).findFirst();
    }

    /// All words, as they are typed.
    static String words() {
        return ALL.stream().map(field -> field.word + ":").collect(Collectors.joining(" "));
    }

    /// The field that was probably meant.
    static Optional<String> nearest(String word) {
        return Nearest.of(word, ALL.stream().map(QueryField::word).toList());
    }
}
