package dev.porthole.ui.sockets;

import dev.porthole.net.SafeText;
import dev.porthole.report.Words;
import dev.porthole.sockets.Owner;
import dev.porthole.sockets.ProcessRef;
import dev.porthole.sockets.Snapshot;
import dev.porthole.sockets.SocketOrder;
import dev.porthole.sockets.SocketTable;
import java.util.Locale;
import java.util.OptionalLong;

/// The columns of the table, in their first order, with what a cell says.
enum SocketColumn {
    PROTOCOL(SocketOrder.Column.PROTOCOL, 54, false),
    LOCAL_ADDRESS(SocketOrder.Column.LOCAL_ADDRESS, 126, false),
    LOCAL_PORT(SocketOrder.Column.LOCAL_PORT, 62, true),
    REMOTE_ADDRESS(SocketOrder.Column.REMOTE_ADDRESS, 126, false),
    REMOTE_PORT(SocketOrder.Column.REMOTE_PORT, 62, true),
    STATE(SocketOrder.Column.STATE, 106, false),
    RECEIVE_QUEUE(SocketOrder.Column.RECEIVE_QUEUE, 66, true),
    SEND_QUEUE(SocketOrder.Column.SEND_QUEUE, 66, true),
    PID(SocketOrder.Column.PID, 60, true),
    PROCESS(SocketOrder.Column.PROCESS, 124, false),
    USER(SocketOrder.Column.USER, 82, false),
    RTT(Group.CONNECTION, SocketOrder.Column.RTT, 70),
    RTT_VARIATION(Group.CONNECTION, SocketOrder.Column.RTT_VARIATION, 70),
    RETRANSMITS(Group.CONNECTION, SocketOrder.Column.RETRANSMITS, 66),
    CONGESTION_WINDOW(Group.CONNECTION, SocketOrder.Column.CONGESTION_WINDOW, 58),
    SEGMENT_SIZE(Group.CONNECTION, SocketOrder.Column.SEGMENT_SIZE, 62),
    PATH_MTU(Group.CONNECTION, SocketOrder.Column.PATH_MTU, 74),
    BYTES_SENT(Group.TRAFFIC, SocketOrder.Column.BYTES_SENT, 78),
    BYTES_RECEIVED(Group.TRAFFIC, SocketOrder.Column.BYTES_RECEIVED, 78),
    SEND_RATE(Group.TRAFFIC, SocketOrder.Column.SEND_RATE, 84),
    RECEIVE_RATE(Group.TRAFFIC, SocketOrder.Column.RECEIVE_RATE, 84),
    AGE(Group.TRAFFIC, SocketOrder.Column.AGE, 92),
    DROPS(Group.WAITING, SocketOrder.Column.DROPS, 62),
    ACCEPT_QUEUE(Group.WAITING, SocketOrder.Column.ACCEPT_QUEUE, 86),
    EXPOSURE(Group.WAITING, SocketOrder.Column.EXPOSURE, 104);

    /// What a cell shows for a value that does not exist.
    static final String ABSENT = "–";

    /// Where a column stands in the menu.
    enum Group {
        SOCKET,
        CONNECTION,
        TRAFFIC,
        WAITING;

        /// `connection`: the name in the messages.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Group group;
    private final SocketOrder.Column order;
    private final double width;
    private final boolean number;

    SocketColumn(SocketOrder.Column order, double width, boolean number) {
        this(Group.SOCKET, order, width, number);
    }

    SocketColumn(Group group, SocketOrder.Column order, double width) {
        this(group, order, width, order != SocketOrder.Column.EXPOSURE);
    }

    SocketColumn(Group group, SocketOrder.Column order, double width, boolean number) {
        this.group = group;
        this.order = order;
        this.width = width;
        this.number = number;
    }

    Group group() {
        return group;
    }

    /// Whether it is there before anybody has chosen columns: more of them would not fit a small window.
    boolean isShownAtFirst() {
        return group == Group.SOCKET || this == RTT || this == SEND_RATE || this == RECEIVE_RATE;
    }

    SocketOrder.Column order() {
        return order;
    }

    double width() {
        return width;
    }

    /// Numbers stand at the right of their cells.
    boolean isNumber() {
        return number;
    }

    /// `local-address`: the name in settings, style classes and messages.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String text(SocketRow place) {
        Snapshot snapshot = place.snapshot();
        SocketTable table = snapshot.table();
        int row = place.row();
        return switch (this) {
            case PROTOCOL -> table.protocol(row).word();
            case LOCAL_ADDRESS -> table.localAddress(row).toString();
            case LOCAL_PORT -> Integer.toString(table.localPort(row));
            case REMOTE_ADDRESS ->
                table.remotePort(row) == 0 ? ABSENT : table.remoteAddress(row).toString();
            case REMOTE_PORT -> table.remotePort(row) == 0 ? ABSENT : Integer.toString(table.remotePort(row));
            case STATE -> table.state(row).name();
            case RECEIVE_QUEUE -> text(table.receiveQueue(row));
            case SEND_QUEUE -> text(table.sendQueue(row));
            case PID -> pid(snapshot.owner(row));
            case PROCESS -> process(snapshot.owner(row));
            case USER -> {
                String user = snapshot.user(row);
                yield user == null ? ABSENT : SafeText.readable(user);
            }
            default -> FigureCell.text(this, place);
        };
    }

    /// Whether the cell names a reason or nothing, rather than a value.
    boolean isAbsent(SocketRow place) {
        return switch (this) {
            case PID -> !(place.snapshot().owner(place.row()) instanceof Owner.Known);
            case PROCESS ->
                !(place.snapshot().owner(place.row()) instanceof Owner.Known known)
                        || known.first().name() == null;
            case REMOTE_ADDRESS, REMOTE_PORT -> place.snapshot().table().remotePort(place.row()) == 0;
            case RECEIVE_QUEUE ->
                place.snapshot().table().receiveQueue(place.row()).orElse(0) == 0;
            case SEND_QUEUE -> place.snapshot().table().sendQueue(place.row()).orElse(0) == 0;
            case USER -> place.snapshot().user(place.row()) == null;
            case PROTOCOL, LOCAL_ADDRESS, LOCAL_PORT, STATE -> false;
            default -> FigureCell.isNothing(this, place);
        };
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : ABSENT;
    }

    private static String pid(Owner owner) {
        return owner instanceof Owner.Known known ? Long.toString(known.first().pid()) : ABSENT;
    }

    private static String process(Owner owner) {
        return switch (owner) {
            case Owner.Known known -> {
                ProcessRef first = known.first();
                String name = first.name() == null ? ABSENT : SafeText.readable(first.name());
                int others = known.processes().size() - 1;
                yield others == 0 ? name : name + " +" + others;
            }
            case Owner.Hidden(Owner.Why why) -> Words.shortWhy(why);
            case Owner.None(Owner.Why why) -> Words.shortWhy(why);
        };
    }
}
