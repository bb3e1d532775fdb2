package dev.porthole.sockets;

import dev.porthole.net.Endpoint;
import dev.porthole.net.IpAddress;
import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The sockets of one reading as columns of primitives, immutable once built: 100,000 rows are some 9 MB and no
/// objects, so that sorting, filtering and comparing them costs the collector nothing.
public final class SocketTable {
    /// In the columns: the system does not tell. Never leaves this class.
    private static final long ABSENT = Long.MIN_VALUE;

    private static final Protocol[] PROTOCOLS = Protocol.values();
    private static final SocketState[] STATES = SocketState.values();

    private final int size;
    private final byte[] protocols;
    private final byte[] states;
    /// Four longs a row: local high, local low, remote high, remote low.
    private final long[] addresses;
    /// One int a row: local port in the upper half, remote port in the lower.
    private final int[] ports;
    private final long[] receiveQueues;
    private final long[] sendQueues;
    private final long[] uids;
    private final long[] inodes;
    private final long[] pids;
    private final long[] identities;

    private SocketTable(Builder from) {
        size = from.size;
        protocols = Arrays.copyOf(from.protocols, size);
        states = Arrays.copyOf(from.states, size);
        addresses = Arrays.copyOf(from.addresses, size * 4);
        ports = Arrays.copyOf(from.ports, size);
        receiveQueues = Arrays.copyOf(from.receiveQueues, size);
        sendQueues = Arrays.copyOf(from.sendQueues, size);
        uids = Arrays.copyOf(from.uids, size);
        inodes = Arrays.copyOf(from.inodes, size);
        pids = Arrays.copyOf(from.pids, size);
        identities = Arrays.copyOf(from.identities, size);
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

    /// Bytes received and not read; on LISTEN the connections not accepted.
    public OptionalLong receiveQueue(int row) {
        return present(receiveQueues[row]);
    }

    /// Bytes sent and not acknowledged.
    public OptionalLong sendQueue(int row) {
        return present(sendQueues[row]);
    }

    /// The user whose socket it is.
    public OptionalInt uid(int row) {
        return uids[row] == ABSENT ? OptionalInt.empty() : OptionalInt.of((int) uids[row]);
    }

    /// The kernel's inode, 0 while no process has the socket; empty on systems without.
    public OptionalLong inode(int row) {
        return present(inodes[row]);
    }

    /// The process, on systems that tell it with the socket; empty elsewhere and where rights are missing.
    public OptionalLong pid(int row) {
        return present(pids[row]);
    }

    public SocketKey key(int row) {
        return new SocketKey(
                protocol(row),
                new Endpoint(localAddress(row), localPort(row)),
                new Endpoint(remoteAddress(row), remotePort(row)),
                identities[row]);
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

    private static OptionalLong present(long value) {
        return value == ABSENT ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// Takes rows one after the other. After [#add] the setters speak of that row; what is not set is absent.
    public static final class Builder {
        private int size;
        private byte[] protocols = new byte[256];
        private byte[] states = new byte[256];
        private long[] addresses = new long[1024];
        private int[] ports = new int[256];
        private long[] receiveQueues = new long[256];
        private long[] sendQueues = new long[256];
        private long[] uids = new long[256];
        private long[] inodes = new long[256];
        private long[] pids = new long[256];
        private long[] identities = new long[256];

        public Builder add(Protocol protocol, SocketState state) {
            if (size == protocols.length) {
                grow();
            }
            protocols[size] = (byte) protocol.ordinal();
            states[size] = (byte) state.ordinal();
            Arrays.fill(addresses, size * 4, size * 4 + 4, 0);
            ports[size] = 0;
            receiveQueues[size] = ABSENT;
            sendQueues[size] = ABSENT;
            uids[size] = ABSENT;
            inodes[size] = ABSENT;
            pids[size] = ABSENT;
            identities[size] = 0;
            size++;
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

        public Builder receiveQueue(long bytes) {
            receiveQueues[size - 1] = bytes;
            return this;
        }

        public Builder sendQueue(long bytes) {
            sendQueues[size - 1] = bytes;
            return this;
        }

        public Builder uid(int uid) {
            uids[size - 1] = uid;
            return this;
        }

        /// The kernel's inode; it is the row's identity, too.
        public Builder inode(long inode) {
            inodes[size - 1] = inode;
            identities[size - 1] = inode;
            return this;
        }

        public Builder pid(long pid) {
            pids[size - 1] = pid;
            return this;
        }

        /// See [SocketKey#identity].
        public Builder identity(long identity) {
            identities[size - 1] = identity;
            return this;
        }

        public SocketTable build() {
            return new SocketTable(this);
        }

        private void grow() {
            int capacity = size * 2;
            protocols = Arrays.copyOf(protocols, capacity);
            states = Arrays.copyOf(states, capacity);
            addresses = Arrays.copyOf(addresses, capacity * 4);
            ports = Arrays.copyOf(ports, capacity);
            receiveQueues = Arrays.copyOf(receiveQueues, capacity);
            sendQueues = Arrays.copyOf(sendQueues, capacity);
            uids = Arrays.copyOf(uids, capacity);
            inodes = Arrays.copyOf(inodes, capacity);
            pids = Arrays.copyOf(pids, capacity);
            identities = Arrays.copyOf(identities, capacity);
        }
    }
}
