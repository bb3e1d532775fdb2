package dev.porthole.sockets;

import dev.porthole.net.Endpoint;
import dev.porthole.net.IpAddress;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The sockets of one reading as columns of primitives, immutable once built: 100,000 rows are 6 MB and 4
/// to 8 bytes a row for each figure that the source tells, and no objects, so that sorting, filtering and
/// comparing them costs the collector nothing.
public final class SocketTable {
    private static final Protocol[] PROTOCOLS = Protocol.values();
    private static final SocketState[] STATES = SocketState.values();

    private final int size;
    private final byte[] protocols;
    private final byte[] states;
    /// Four longs a row: local high, local low, remote high, remote low.
    private final long[] addresses;
    /// One int a row: local port in the upper half, remote port in the lower.
    private final int[] ports;
    private final long[] identities;
    private final FigureColumns figures;

    private SocketTable(Builder from) {
        size = from.size;
        protocols = Arrays.copyOf(from.protocols, size);
        states = Arrays.copyOf(from.states, size);
        addresses = Arrays.copyOf(from.addresses, size * 4);
        ports = Arrays.copyOf(from.ports, size);
        identities = Arrays.copyOf(from.identities, size);
        figures = new FigureColumns(from.figures, size);
    }

    public static SocketTable empty() {
        return new Builder().build();
    }

    public int size() {
        return size;
    }

    public Protocol protocol(int row) {
        return PROTOCOLS[protocols[row]];
    }

    public SocketState state(int row) {
        return STATES[states[row]];
    }

    public int localPort(int row) {
        return ports[row] >>> 16;
    }

    public int remotePort(int row) {
        return ports[row] & 0xffff;
    }

    public IpAddress localAddress(int row) {
        return new IpAddress(protocol(row).isIpv6(), addresses[row * 4], addresses[row * 4 + 1]);
    }

    public IpAddress remoteAddress(int row) {
        return new IpAddress(protocol(row).isIpv6(), addresses[row * 4 + 2], addresses[row * 4 + 3]);
    }

    /// The bits of the near address as in [IpAddress], without an object.
    public long localHigh(int row) {
        return addresses[row * 4];
    }

    public long localLow(int row) {
        return addresses[row * 4 + 1];
    }

    public long remoteHigh(int row) {
        return addresses[row * 4 + 2];
    }

    public long remoteLow(int row) {
        return addresses[row * 4 + 3];
    }

    /// Both ends are loopback addresses, or the only one is.
    public boolean isLoopback(int row) {
        int at = row * 4;
        boolean ipv6 = protocol(row).isIpv6();
        return IpAddress.isLoopback(ipv6, addresses[at], addresses[at + 1])
                && (remotePort(row) == 0 || IpAddress.isLoopback(ipv6, addresses[at + 2], addresses[at + 3]));
    }

    public OptionalLong figure(int row, Figure figure) {
        return figures.has(row, figure) ? OptionalLong.of(figures.get(row, figure)) : OptionalLong.empty();
    }

    /// The same without an object.
    ///
    /// @param absent what to answer where the source does not tell
    public long figure(int row, Figure figure, long absent) {
        return figures.has(row, figure) ? figures.get(row, figure) : absent;
    }

    boolean tells(Figure figure) {
        return figures.tells(figure);
    }

    /// See [FigureColumns#perSecond].
    float[] perSecond(Figure figure, SocketTable before, int[] previous, double seconds) {
        return figures.perSecond(figure, before.figures, previous, seconds);
    }

    /// Bytes received and not read; on LISTEN the connections not accepted.
    public OptionalLong receiveQueue(int row) {
        return figure(row, Figure.RECEIVE_QUEUE);
    }

    /// Bytes sent and not acknowledged.
    public OptionalLong sendQueue(int row) {
        return figure(row, Figure.SEND_QUEUE);
    }

    /// The user whose socket it is.
    public OptionalInt uid(int row) {
        return figures.has(row, Figure.UID) ? OptionalInt.of((int) figures.get(row, Figure.UID)) : OptionalInt.empty();
    }

    /// The kernel's inode, 0 while no process has the socket; empty on systems without.
    public OptionalLong inode(int row) {
        return figure(row, Figure.INODE);
    }

    /// The process, on systems that tell it with the socket; empty elsewhere and where rights are missing.
    public OptionalLong pid(int row) {
        return figure(row, Figure.PID);
    }

    boolean isListening(int row) {
        return state(row) == SocketState.LISTEN;
    }

    /// Whether a row has the same key as one of another table, without making one.
    boolean sameKey(int row, SocketTable other, int otherRow) {
        int at = row * 4;
        int otherAt = otherRow * 4;
        return identities[row] == other.identities[otherRow]
                && ports[row] == other.ports[otherRow]
                && protocols[row] == other.protocols[otherRow]
                && addresses[at + 1] == other.addresses[otherAt + 1]
                && addresses[at + 3] == other.addresses[otherAt + 3]
                && addresses[at] == other.addresses[otherAt]
                && addresses[at + 2] == other.addresses[otherAt + 2];
    }

    /// Whether rows of one key tell the same, apart from the time that a timer still has to run.
    boolean sameContent(int row, SocketTable other, int otherRow) {
        return states[row] == other.states[otherRow] && figures.same(row, other.figures, otherRow);
    }

    /// The rows that are there before and tell something else now.
    ///
    /// @param previous for each row the one of the table before, or -1
    BitSet changed(SocketTable before, int[] previous) {
        BitSet changed = new BitSet(size);
        for (int row = 0; row < size; row++) {
            if (previous[row] >= 0 && states[row] != before.states[previous[row]]) {
                changed.set(row);
            }
        }
        figures.markChanged(before.figures, previous, changed);
        return changed;
    }

    public SocketKey key(int row) {
        return new SocketKey(
                protocol(row),
                new Endpoint(localAddress(row), localPort(row)),
                new Endpoint(remoteAddress(row), remotePort(row)),
                identities[row]);
    }

    /// See [SocketKey#identity].
    public long identity(int row) {
        return identities[row];
    }

    /// A hash over what [#key] holds, without making one.
    public long keyHash(int row) {
        int at = row * 4;
        return keyHash(
                protocols[row],
                addresses[at] + addresses[at + 1] * 31,
                addresses[at + 2] + addresses[at + 3] * 31,
                ports[row],
                identities[row]);
    }

    /// The same hash of a key that may come from another table.
    public static long keyHash(SocketKey key) {
        return keyHash(
                key.protocol().ordinal(),
                key.local().address().high() + key.local().address().low() * 31,
                key.remote().address().high() + key.remote().address().low() * 31,
                (key.local().port() << 16) | key.remote().port(),
                key.identity());
    }

    private static long keyHash(int protocol, long local, long remote, int ports, long identity) {
        return mix(mix(mix(mix(protocol ^ local) ^ remote) ^ ports) ^ identity);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 32)) * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 29);
    }

    /// Compares two rows' addresses as numbers, IPv4 before IPv6.
    public int compareLocalAddresses(int left, int right) {
        return compareAddresses(left, right, 0);
    }

    public int compareRemoteAddresses(int left, int right) {
        return compareAddresses(left, right, 2);
    }

    private int compareAddresses(int left, int right, int end) {
        int families = Boolean.compare(protocol(left).isIpv6(), protocol(right).isIpv6());
        if (families != 0) {
            return families;
        }
        int high = Long.compareUnsigned(addresses[left * 4 + end], addresses[right * 4 + end]);
        return high != 0 ? high : Long.compareUnsigned(addresses[left * 4 + end + 1], addresses[right * 4 + end + 1]);
    }

    /// Takes rows one after the other. After [#add] the setters speak of that row; what is not set is absent.
    public static final class Builder {
        private int size;
        private byte[] protocols = new byte[256];
        private byte[] states = new byte[256];
        private long[] addresses = new long[1024];
        private int[] ports = new int[256];
        private long[] identities = new long[256];
        private final FigureColumns figures = new FigureColumns(256);

        /// Forgets all rows and keeps the room: a source that fills the same builder each time allocates nothing.
        public Builder clear() {
            size = 0;
            return this;
        }

        public int size() {
            return size;
        }

        /// Forgets the rows from this one on.
        public Builder cut(int row) {
            size = Math.min(size, row);
            return this;
        }

        public Builder add(Protocol protocol, SocketState state) {
            if (size == protocols.length) {
                grow();
            }
            protocols[size] = (byte) protocol.ordinal();
            states[size] = (byte) state.ordinal();
            Arrays.fill(addresses, size * 4, size * 4 + 4, 0);
            ports[size] = 0;
            identities[size] = 0;
            figures.clear(size);
            size++;
            return this;
        }

        /// A row of another table.
        public Builder add(SocketTable from, int row) {
            add(from.protocol(row), from.state(row));
            System.arraycopy(from.addresses, row * 4, addresses, size * 4 - 4, 4);
            ports[size - 1] = from.ports[row];
            identities[size - 1] = from.identities[row];
            figures.copy(size - 1, from.figures, row);
            return this;
        }

        /// The near end: address bits as in [IpAddress], port 0 to 65535.
        public Builder local(long high, long low, int port) {
            addresses[size * 4 - 4] = high;
            addresses[size * 4 - 3] = low;
            ports[size - 1] = (port << 16) | (ports[size - 1] & 0xffff);
            return this;
        }

        /// The far end; port 0 where there is none.
        public Builder remote(long high, long low, int port) {
            addresses[size * 4 - 2] = high;
            addresses[size * 4 - 1] = low;
            ports[size - 1] = (ports[size - 1] & 0xffff_0000) | (port & 0xffff);
            return this;
        }

        /// What is not set is absent.
        public Builder figure(Figure figure, long value) {
            figures.set(size - 1, figure, value);
            return this;
        }

        public Builder receiveQueue(long bytes) {
            return figure(Figure.RECEIVE_QUEUE, bytes);
        }

        public Builder sendQueue(long bytes) {
            return figure(Figure.SEND_QUEUE, bytes);
        }

        public Builder uid(int uid) {
            return figure(Figure.UID, uid);
        }

        /// The kernel's inode; it is the row's identity, too, unless [#identity] gives a better one.
        public Builder inode(long inode) {
            identities[size - 1] = inode;
            return figure(Figure.INODE, inode);
        }

        public Builder pid(long pid) {
            return figure(Figure.PID, pid);
        }

        /// See [SocketKey#identity].
        public Builder identity(long identity) {
            identities[size - 1] = identity;
            return this;
        }

        /// The rows so far, in arrays of their own.
        public SocketTable build() {
            return new SocketTable(this);
        }

        private void grow() {
            int capacity = size * 2;
            protocols = Arrays.copyOf(protocols, capacity);
            states = Arrays.copyOf(states, capacity);
            addresses = Arrays.copyOf(addresses, capacity * 4);
            ports = Arrays.copyOf(ports, capacity);
            identities = Arrays.copyOf(identities, capacity);
            figures.grow(capacity);
        }
    }
}
