package dev.porthole.sockets;

import java.util.Comparator;

/// The order of the rows: by one column, ties in the order of local port, address and the table, so that rows do not
/// change places from one reading to the next.
public record SocketOrder(Column column, boolean descending) {
    public static final SocketOrder DEFAULT = new SocketOrder(Column.LOCAL_PORT, false);

    /// What can be shown and sorted by.
    public enum Column {
        PROTOCOL,
        LOCAL_ADDRESS,
        LOCAL_PORT,
        REMOTE_ADDRESS,
        REMOTE_PORT,
        STATE,
        RECEIVE_QUEUE,
        SEND_QUEUE,
        PID,
        PROCESS,
        USER
    }

    /// Sorts the rows in place. Absent values come last in either direction.
    public void sort(int[] rows, Snapshot snapshot) {
        RowComparator byColumn = comparator(snapshot);
        RowComparator directed = descending ? (left, right) -> byColumn.compare(right, left) : byColumn;
        RowComparator absentLast = absentLast(snapshot, directed);
        SocketTable table = snapshot.table();
        RowComparator ties = (left, right) -> {
            int ports = Integer.compare(table.localPort(left), table.localPort(right));
            if (ports != 0) {
                return ports;
            }
            int locals = table.compareLocalAddresses(left, right);
            if (locals != 0) {
                return locals;
            }
            int remotes = table.compareRemoteAddresses(left, right);
            return remotes != 0 ? remotes : Integer.compare(table.remotePort(left), table.remotePort(right));
        };
        RowSort.sort(rows, (left, right) -> {
            int first = absentLast.compare(left, right);
            return first != 0 ? first : ties.compare(left, right);
        });
    }

    private RowComparator comparator(Snapshot snapshot) {
        SocketTable table = snapshot.table();
        return switch (column) {
            case PROTOCOL -> (l, r) -> table.protocol(l).compareTo(table.protocol(r));
            case LOCAL_ADDRESS -> table::compareLocalAddresses;
            case LOCAL_PORT -> (l, r) -> Integer.compare(table.localPort(l), table.localPort(r));
            case REMOTE_ADDRESS -> table::compareRemoteAddresses;
            case REMOTE_PORT -> (l, r) -> Integer.compare(table.remotePort(l), table.remotePort(r));
            case STATE -> (l, r) -> table.state(l).compareTo(table.state(r));
            case RECEIVE_QUEUE ->
                (l, r) -> Long.compare(
                        table.receiveQueue(l).orElse(0), table.receiveQueue(r).orElse(0));
            case SEND_QUEUE ->
                (l, r) -> Long.compare(
                        table.sendQueue(l).orElse(0), table.sendQueue(r).orElse(0));
            case PID -> (l, r) -> compareProcesses(snapshot, l, r, Comparator.comparingLong(ProcessRef::pid));
            case PROCESS ->
                (l, r) -> compareProcesses(
                        snapshot,
                        l,
                        r,
                        Comparator.comparing(ProcessRef::name, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER))
                                .thenComparingLong(ProcessRef::pid));
            case USER ->
                (l, r) -> {
                    String left = snapshot.user(l);
                    String right = snapshot.user(r);
                    return left == null || right == null ? 0 : left.compareTo(right);
                };
        };
    }

    private RowComparator absentLast(Snapshot snapshot, RowComparator present) {
        return (left, right) -> {
            boolean leftAbsent = isAbsent(snapshot, left);
            boolean rightAbsent = isAbsent(snapshot, right);
            return leftAbsent || rightAbsent ? Boolean.compare(leftAbsent, rightAbsent) : present.compare(left, right);
        };
    }

    private boolean isAbsent(Snapshot snapshot, int row) {
        SocketTable table = snapshot.table();
        return switch (column) {
            case PROTOCOL, LOCAL_ADDRESS, LOCAL_PORT, STATE -> false;
            case REMOTE_ADDRESS, REMOTE_PORT -> table.remotePort(row) == 0;
            case RECEIVE_QUEUE -> table.receiveQueue(row).isEmpty();
            case SEND_QUEUE -> table.sendQueue(row).isEmpty();
            case PID -> !(snapshot.owner(row) instanceof Owner.Known);
            case PROCESS ->
                !(snapshot.owner(row) instanceof Owner.Known known)
                        || known.first().name() == null;
            case USER -> snapshot.user(row) == null;
        };
    }

    private static int compareProcesses(Snapshot snapshot, int left, int right, Comparator<ProcessRef> by) {
        return snapshot.owner(left) instanceof Owner.Known l && snapshot.owner(right) instanceof Owner.Known r
                ? by.compare(l.first(), r.first())
                : 0;
    }
}
