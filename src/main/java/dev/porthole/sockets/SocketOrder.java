package dev.porthole.sockets;

import dev.porthole.net.IpAddress;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The order of the rows: by one column, ties in the order of local port, address and the table, so that rows do not
/// change places from one reading to the next.
public record SocketOrder(Column column, boolean descending) {
    public static final SocketOrder DEFAULT = new SocketOrder(Column.LOCAL_PORT, false);

    private static final long ABSENT = -1;

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
        USER,
        RTT(Figure.RTT_US),
        RTT_VARIATION(Figure.RTT_VARIATION_US),
        RETRANSMITS(Figure.RETRANSMITS),
        CONGESTION_WINDOW(Figure.CONGESTION_WINDOW),
        SEGMENT_SIZE(Figure.SEGMENT_SIZE),
        PATH_MTU(Figure.PATH_MTU),
        BYTES_SENT(Figure.BYTES_SENT),
        BYTES_RECEIVED(Figure.BYTES_RECEIVED),
        SEND_RATE,
        RECEIVE_RATE,
        AGE,
        DROPS(Figure.DROPS),
        ACCEPT_QUEUE,
        EXPOSURE;

        /// So finely are accept queues told apart.
        private static final long FULL = 1_000_000;

        private final @Nullable Figure figure;

        Column() {
            figure = null;
        }

        Column(Figure figure) {
            this.figure = figure;
        }

        /// What a column of figures sorts by, in its own unit: microseconds, bytes, bytes a second, milliseconds, the
        /// fill of a queue in millionths; -1 where it is absent. Of any other column -1.
        public long number(Snapshot snapshot, int row) {
            return switch (this) {
                case SEND_RATE -> whole(snapshot.pace().sent(row));
                case RECEIVE_RATE -> whole(snapshot.pace().received(row));
                case AGE -> snapshot.pace().seenMillis(row);
                case ACCEPT_QUEUE -> fill(snapshot.table(), row);
                case EXPOSURE -> {
                    Exposure exposure = Exposure.of(snapshot.table(), row);
                    yield exposure == null ? ABSENT : exposure.ordinal();
                }
                default -> figure == null ? ABSENT : snapshot.table().figure(row, figure, ABSENT);
            };
        }

        private static long whole(float rate) {
            return Float.isNaN(rate) ? ABSENT : Math.round((double) rate);
        }

        /// Where no backlog is told, the connections that wait.
        private static long fill(SocketTable table, int row) {
            long waiting = table.isListening(row) ? table.figure(row, Figure.RECEIVE_QUEUE, ABSENT) : ABSENT;
            long backlog = table.figure(row, Figure.BACKLOG, ABSENT);
            return waiting == ABSENT || backlog == ABSENT ? waiting : waiting * FULL / (backlog + 1);
        }
    }

    /// Whether it sorts by what a single reading does not tell.
    public boolean comparesReadings() {
        return column == Column.SEND_RATE || column == Column.RECEIVE_RATE || column == Column.AGE;
    }

    /// Sorts the rows in place. Absent values come last in either direction.
    public void sort(int[] rows, Snapshot snapshot) {
        RowComparator byColumn = comparator(rows, snapshot);
        RowComparator directed = descending ? (left, right) -> byColumn.compare(right, left) : byColumn;
        RowComparator absentLast = absentLast(absent(rows, snapshot), directed);
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

    /// Puts rows of another snapshot among the sorted ones of this one.
    ///
    /// @param sorted rows of the snapshot, by this order
    /// @param others rows of the other snapshot, which this sorts
    /// @return rows of the snapshot, and `~row` for those of the other
    public int[] merge(int[] sorted, Snapshot snapshot, int[] others, Snapshot other) {
        sort(others, other);
        int[] merged = new int[sorted.length + others.length];
        int taken = 0;
        int count = 0;
        for (int row : others) {
            int place = place(sorted, taken, snapshot, row, other);
            System.arraycopy(sorted, taken, merged, count, place - taken);
            count += place - taken;
            taken = place;
            merged[count++] = ~row;
        }
        System.arraycopy(sorted, taken, merged, count, sorted.length - taken);
        return merged;
    }

    /// The first place from that one on whose row comes after this one.
    private int place(int[] sorted, int from, Snapshot snapshot, int row, Snapshot other) {
        int low = from;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(snapshot, sorted[middle], other, row) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// As [#sort] orders them, for rows of two snapshots: slower, without numbers made once for all rows.
    private int compare(Snapshot left, int leftRow, Snapshot right, int rightRow) {
        boolean leftAbsent = isAbsent(left, leftRow);
        boolean rightAbsent = isAbsent(right, rightRow);
        int first = leftAbsent || rightAbsent
                ? Boolean.compare(leftAbsent, rightAbsent)
                : (descending ? -1 : 1) * compareValues(left, leftRow, right, rightRow);
        if (first != 0) {
            return first;
        }
        SocketTable near = left.table();
        SocketTable far = right.table();
        int ports = Integer.compare(near.localPort(leftRow), far.localPort(rightRow));
        if (ports != 0) {
            return ports;
        }
        int locals = compare(near.localAddress(leftRow), far.localAddress(rightRow));
        if (locals != 0) {
            return locals;
        }
        int remotes = compare(near.remoteAddress(leftRow), far.remoteAddress(rightRow));
        return remotes != 0 ? remotes : Integer.compare(near.remotePort(leftRow), far.remotePort(rightRow));
    }

    private static int compare(IpAddress left, IpAddress right) {
        int families = Boolean.compare(left.ipv6(), right.ipv6());
        int high = families != 0 ? families : Long.compareUnsigned(left.high(), right.high());
        return high != 0 ? high : Long.compareUnsigned(left.low(), right.low());
    }

    private int compareValues(Snapshot left, int leftRow, Snapshot right, int rightRow) {
        String leftWord = word(leftRow, left);
        String rightWord = word(rightRow, right);
        if (leftWord != null && rightWord != null) {
            int words = leftWord.compareToIgnoreCase(rightWord);
            return words != 0 || column == Column.USER ? words : Long.compare(pid(leftRow, left), pid(rightRow, right));
        }
        return switch (column) {
            case LOCAL_ADDRESS ->
                compare(left.table().localAddress(leftRow), right.table().localAddress(rightRow));
            case REMOTE_ADDRESS ->
                compare(left.table().remoteAddress(leftRow), right.table().remoteAddress(rightRow));
            default -> Long.compare(key(leftRow, left, Map.of()), key(rightRow, right, Map.of()));
        };
    }

    private RowComparator comparator(int[] rows, Snapshot snapshot) {
        SocketTable table = snapshot.table();
        return switch (column) {
            case LOCAL_ADDRESS -> table::compareLocalAddresses;
            case REMOTE_ADDRESS -> table::compareRemoteAddresses;
            default -> {
                long[] keys = keys(rows, snapshot);
                yield (l, r) -> Long.compare(keys[l], keys[r]);
            }
        };
    }

    /// A number for each row, made once and not at each comparison. Of an absent value it does not matter.
    private long[] keys(int[] rows, Snapshot snapshot) {
        Map<String, Integer> ranks = ranks(rows, snapshot);
        long[] keys = new long[snapshot.size()];
        for (int row : rows) {
            keys[row] = key(row, snapshot, ranks);
        }
        return keys;
    }

    private long key(int row, Snapshot snapshot, Map<String, Integer> ranks) {
        SocketTable table = snapshot.table();
        return switch (column) {
            case PROTOCOL -> table.protocol(row).ordinal();
            case LOCAL_PORT -> table.localPort(row);
            case REMOTE_PORT -> table.remotePort(row);
            case STATE -> table.state(row).ordinal();
            case RECEIVE_QUEUE -> table.receiveQueue(row).orElse(0);
            case SEND_QUEUE -> table.sendQueue(row).orElse(0);
            case PID -> pid(row, snapshot);
            case PROCESS -> ((long) rank(row, snapshot, ranks) << 32) | pid(row, snapshot);
            case USER -> rank(row, snapshot, ranks);
            case LOCAL_ADDRESS, REMOTE_ADDRESS -> throw new IllegalStateException("compared without a key");
            default -> column.number(snapshot, row);
        };
    }

    private static long pid(int row, Snapshot snapshot) {
        return snapshot.owner(row) instanceof Owner.Known known ? known.first().pid() & 0xffff_ffffL : 0;
    }

    private int rank(int row, Snapshot snapshot, Map<String, Integer> ranks) {
        String word = word(row, snapshot);
        return word == null ? 0 : Objects.requireNonNull(ranks.get(word));
    }

    /// The places of the words that occur, in the order of words; empty for a column of numbers.
    private Map<String, Integer> ranks(int[] rows, Snapshot snapshot) {
        Map<String, Integer> ranks = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int row : rows) {
            String word = word(row, snapshot);
            if (word != null) {
                ranks.put(word, 0);
            }
        }
        int next = 0;
        for (Map.Entry<String, Integer> rank : ranks.entrySet()) {
            rank.setValue(next++);
        }
        return ranks;
    }

    private @Nullable String word(int row, Snapshot snapshot) {
        return switch (column) {
            case PROCESS ->
                snapshot.owner(row) instanceof Owner.Known known ? known.first().name() : null;
            case USER -> snapshot.user(row);
            default -> null;
        };
    }

    private static RowComparator absentLast(boolean[] absent, RowComparator present) {
        return (left, right) -> absent[left] || absent[right]
                ? Boolean.compare(absent[left], absent[right])
                : present.compare(left, right);
    }

    private boolean[] absent(int[] rows, Snapshot snapshot) {
        boolean[] absent = new boolean[snapshot.size()];
        for (int row : rows) {
            absent[row] = isAbsent(snapshot, row);
        }
        return absent;
    }

    private boolean isAbsent(Snapshot snapshot, int row) {
        SocketTable table = snapshot.table();
        return switch (column) {
            case PROTOCOL, LOCAL_ADDRESS, LOCAL_PORT, STATE -> false;
            case REMOTE_ADDRESS, REMOTE_PORT -> table.remotePort(row) == 0;
            case RECEIVE_QUEUE -> table.receiveQueue(row).isEmpty();
            case SEND_QUEUE -> table.sendQueue(row).isEmpty();
            case PID -> !(snapshot.owner(row) instanceof Owner.Known);
            case PROCESS, USER -> word(row, snapshot) == null;
            default -> column.number(snapshot, row) < 0;
        };
    }
}
