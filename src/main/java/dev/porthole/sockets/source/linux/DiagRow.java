package dev.porthole.sockets.source.linux;

import dev.porthole.net.Protocol;
import dev.porthole.net.SocketState;
import dev.porthole.sockets.Figure;
import dev.porthole.sockets.SocketTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads one `struct inet_diag_msg` with its attributes (`linux/inet_diag.h`).
final class DiagRow {
    static final int LENGTH = 72;

    private static final int ATTRIBUTE_HEADER = 4;
    private static final int ATTRIBUTE_TYPE = 0x3fff;
    private static final int TCP_INFO = 2;
    private static final int MEMORY = 7;
    private static final int V6_ONLY = 11;
    private static final int CGROUP = 21;
    private static final int DROPS = 32;
    private static final int NO_TIMER = 0;

    private DiagRow() {}

    /// Adds the socket that stands from `at` to `end`, if it is one.
    ///
    /// @param bytes in the byte order of the machine that wrote them
    /// @return whether all of it was understood; of a socket that is not a known kind nothing is added, of one with
    ///     broken attributes what comes before those
    static boolean add(ByteBuffer bytes, int at, int end, boolean tcp, SocketTable.Builder into) {
        if (end - at < LENGTH) {
            return false;
        }
        boolean ipv6 = bytes.get(at) == DiagRequest.AF_INET6;
        if (!ipv6 && bytes.get(at) != DiagRequest.AF_INET) {
            return false;
        }
        Protocol protocol = tcp ? (ipv6 ? Protocol.TCP6 : Protocol.TCP) : (ipv6 ? Protocol.UDP6 : Protocol.UDP);
        SocketState state = KernelState.of(bytes.get(at + 1), protocol);
        into.add(protocol, state);
        ends(bytes, at, ipv6, into);
        numbers(bytes, at, state, into);
        return attributes(bytes, at + LENGTH, end, state, ipv6, into);
    }

    private static void ends(ByteBuffer bytes, int at, boolean ipv6, SocketTable.Builder into) {
        int localPort = bigEndian(bytes, bytes.getShort(at + 4));
        int remotePort = bigEndian(bytes, bytes.getShort(at + 6));
        if (ipv6) {
            into.local(bigEndian(bytes, bytes.getLong(at + 8)), bigEndian(bytes, bytes.getLong(at + 16)), localPort);
            into.remote(bigEndian(bytes, bytes.getLong(at + 24)), bigEndian(bytes, bytes.getLong(at + 32)), remotePort);
        } else {
            into.local(0, bigEndian(bytes, bytes.getInt(at + 8)), localPort);
            into.remote(0, bigEndian(bytes, bytes.getInt(at + 24)), remotePort);
        }
    }

    private static void numbers(ByteBuffer bytes, int at, SocketState state, SocketTable.Builder into) {
        boolean listens = state == SocketState.LISTEN;
        long inode = unsigned(bytes, at + 68);
        int uid = bytes.getInt(at + 64);
        into.inode(inode).identity(unsigned(bytes, at + 44) | (unsigned(bytes, at + 48) << 32));
        into.receiveQueue(unsigned(bytes, at + 56)).sendQueue(listens ? 0 : unsigned(bytes, at + 60));
        if (listens) {
            into.figure(Figure.BACKLOG, unsigned(bytes, at + 60));
        }
        // Of a socket that no process holds the kernel says 0, whoever had it.
        if (inode != 0 || uid != 0) {
            into.uid(uid);
        }
        int timer = bytes.get(at + 2);
        if (timer != NO_TIMER) {
            into.figure(Figure.TIMER, timer).figure(Figure.TIMER_LEFT_MS, unsigned(bytes, at + 52));
        }
    }

    private static boolean attributes(
            ByteBuffer bytes, int from, int end, SocketState state, boolean ipv6, SocketTable.Builder into) {
        int at = from;
        while (end - at >= ATTRIBUTE_HEADER) {
            int length = bytes.getShort(at) & 0xffff;
            if (length < ATTRIBUTE_HEADER || length > end - at) {
                return false;
            }
            int value = at + ATTRIBUTE_HEADER;
            int size = length - ATTRIBUTE_HEADER;
            switch (bytes.getShort(at + 2) & ATTRIBUTE_TYPE) {
                case TCP_INFO -> {
                    // A listener has no connection: its figures would be zeros.
                    if (state != SocketState.LISTEN) {
                        TcpInfo.add(bytes, value, size, into);
                    }
                }
                case MEMORY -> {
                    if (size >= DROPS + Integer.BYTES) {
                        into.figure(Figure.DROPS, unsigned(bytes, value + DROPS));
                    }
                }
                case V6_ONLY -> {
                    if (ipv6 && size >= 1) {
                        into.figure(Figure.V6_ONLY, bytes.get(value));
                    }
                }
                case CGROUP -> {
                    if (size >= Long.BYTES) {
                        into.figure(Figure.CGROUP, bytes.getLong(value));
                    }
                }
                default -> {
                    // Not asked for, or newer than this program.
                }
            }
            at += (length + 3) & ~3;
        }
        return true;
    }

    static long unsigned(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xffff_ffffL;
    }

    private static int bigEndian(ByteBuffer bytes, short value) {
        return (bytes.order() == ByteOrder.LITTLE_ENDIAN ? Short.reverseBytes(value) : value) & 0xffff;
    }

    private static long bigEndian(ByteBuffer bytes, int value) {
        return (bytes.order() == ByteOrder.LITTLE_ENDIAN ? Integer.reverseBytes(value) : value) & 0xffff_ffffL;
    }

    private static long bigEndian(ByteBuffer bytes, long value) {
        return bytes.order() == ByteOrder.LITTLE_ENDIAN ? Long.reverseBytes(value) : value;
    }
}
