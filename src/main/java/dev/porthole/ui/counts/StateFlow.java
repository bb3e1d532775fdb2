package dev.porthole.ui.counts;

import dev.porthole.net.SocketState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The states of a connection and what leads from one to the next: RFC 9293, figure 5.
final class StateFlow {
    /// @param x of its middle, between 0 and 1
    /// @param row from 0 at the top to [#LAST_ROW]
    record Place(SocketState state, double x, double row) {}

    /// @param to null: the connection is gone
    /// @param key of the text that says what happens
    record Step(SocketState from, @Nullable SocketState to, String key) {}

    static final int LAST_ROW = 6;
    /// Where connections end.
    static final double END_X = 0.8;

    static final List<Place> PLACES = List.of(
            new Place(SocketState.CLOSE, 0.5, 0),
            new Place(SocketState.LISTEN, 0.5, 1),
            new Place(SocketState.SYN_RECV, 0.24, 2),
            new Place(SocketState.SYN_SENT, 0.8, 2),
            new Place(SocketState.ESTABLISHED, 0.5, 3),
            new Place(SocketState.FIN_WAIT1, 0.24, 4),
            new Place(SocketState.CLOSE_WAIT, 0.8, 4),
            new Place(SocketState.FIN_WAIT2, 0.1, 5),
            new Place(SocketState.CLOSING, 0.42, 5),
            new Place(SocketState.LAST_ACK, 0.8, 5),
            new Place(SocketState.TIME_WAIT, 0.24, 6));

    static final List<Step> STEPS = List.of(
            new Step(SocketState.CLOSE, SocketState.LISTEN, "counts.flow.passive-open"),
            new Step(SocketState.CLOSE, SocketState.SYN_SENT, "counts.flow.active-open"),
            new Step(SocketState.LISTEN, SocketState.SYN_RECV, "counts.flow.syn-in"),
            new Step(SocketState.LISTEN, SocketState.SYN_SENT, "counts.flow.send"),
            new Step(SocketState.SYN_SENT, SocketState.SYN_RECV, "counts.flow.syn-in"),
            new Step(SocketState.SYN_RECV, SocketState.ESTABLISHED, "counts.flow.ack-in"),
            new Step(SocketState.SYN_SENT, SocketState.ESTABLISHED, "counts.flow.syn-ack-in"),
            new Step(SocketState.SYN_RECV, SocketState.FIN_WAIT1, "counts.flow.close"),
            new Step(SocketState.ESTABLISHED, SocketState.FIN_WAIT1, "counts.flow.close"),
            new Step(SocketState.ESTABLISHED, SocketState.CLOSE_WAIT, "counts.flow.fin-in"),
            new Step(SocketState.FIN_WAIT1, SocketState.FIN_WAIT2, "counts.flow.ack-in"),
            new Step(SocketState.FIN_WAIT1, SocketState.CLOSING, "counts.flow.fin-in"),
            new Step(SocketState.FIN_WAIT1, SocketState.TIME_WAIT, "counts.flow.fin-ack-in"),
            new Step(SocketState.FIN_WAIT2, SocketState.TIME_WAIT, "counts.flow.fin-in"),
            new Step(SocketState.CLOSING, SocketState.TIME_WAIT, "counts.flow.ack-in"),
            new Step(SocketState.CLOSE_WAIT, SocketState.LAST_ACK, "counts.flow.close"),
            new Step(SocketState.LAST_ACK, null, "counts.flow.ack-in"),
            new Step(SocketState.TIME_WAIT, null, "counts.flow.time-out"));

    private StateFlow() {}
}
