package dev.porthole.sockets.source.linux;

import dev.porthole.net.Protocol;
import dev.porthole.sockets.SocketKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes questions about sockets as the kernel wants them (sock_diag(7), `linux/inet_diag.h`), at the buffer's
/// position and in its byte order.
final class DiagRequest {
    static final byte AF_INET = 2;
    static final byte AF_INET6 = 10;

    static final short LEGACY_DUMP = 18;
    static final short BY_FAMILY = 20;
    private static final short DESTROY = 21;
    private static final short NOTHING = 1;
    private static final short REQUEST = 1;
    private static final short ACKNOWLEDGE = 4;
    private static final short DUMP = 0x300;

    private static final byte TCP = 6;
    private static final byte UDP = 17;
    /// `tcp_info` and the memory figures with the drops. Cgroup and v6only come without being asked for.
    private static final byte EXTRAS = 1 << 1 | 1 << 6;
    /// Those that ss and /proc show: without the bound sockets that neither listen nor connect.
    private static final int STATES = 0xfff;

    /// `INET_DIAG_REQ_BYTECODE` and the operations that it is made of.
    private static final short PROGRAM = 1;

    private static final byte JUMP = 1;
    private static final byte LOCAL_PORT_IS = 11;
    private static final byte REMOTE_PORT_IS = 12;
    private static final int PROGRAM_LENGTH = 24;

    private static final int HEADER = 16;
    private static final int LEGACY = HEADER + 60;
    private static final int BY_FAMILY_LENGTH = HEADER + 56;
    /// `struct inet_diag_sockid`: ports, addresses, interface, cookie.
    static final int SOCKET_ID = 48;

    private DiagRequest() {}

    /// All TCP sockets, of both families: one walk over the kernel's hash, where a question a family costs two.
    static void allTcp(ByteBuffer into, int sequence) {
        legacy(into, LEGACY, sequence);
    }

    static void all(ByteBuffer into, Protocol protocol, int sequence) {
        dump(into, BY_FAMILY_LENGTH, protocol, sequence);
    }

    /// The same, of sockets that have this port at either end: the kernel passes over the others.
    static void allTcp(ByteBuffer into, int port, int sequence) {
        legacy(into, LEGACY + PROGRAM_LENGTH, sequence);
        either(into, port);
    }

    static void all(ByteBuffer into, Protocol protocol, int port, int sequence) {
        dump(into, BY_FAMILY_LENGTH + PROGRAM_LENGTH, protocol, sequence);
        either(into, port);
    }

    private static void legacy(ByteBuffer into, int length, int sequence) {
        header(into, length, LEGACY_DUMP, (short) (REQUEST | DUMP), sequence);
        into.put(AF_INET).put((byte) 0).put((byte) 0).put(EXTRAS);
        zeros(into, SOCKET_ID);
        into.putInt(STATES).putInt(0);
    }

    private static void dump(ByteBuffer into, int length, Protocol protocol, int sequence) {
        header(into, length, BY_FAMILY, (short) (REQUEST | DUMP), sequence);
        family(into, protocol);
        zeros(into, SOCKET_ID);
    }

    /// A program for the kernel: the local port, or else the remote one. An operation names how far to go on yes and
    /// on no; the end is yes, behind it is no; each port stands in an operation of its own (`struct
    // inet_diag_bc_op`).
    private static void either(ByteBuffer into, int port) {
        into.putShort((short) PROGRAM_LENGTH).putShort(PROGRAM);
        operation(into, LOCAL_PORT_IS, 8, 12);
        operation(into, (byte) 0, 0, port);
        operation(into, JUMP, 4, 12);
        operation(into, REMOTE_PORT_IS, 8, 12);
        operation(into, (byte) 0, 0, port);
    }

    private static void operation(ByteBuffer into, byte code, int yes, int no) {
        into.put(code).put((byte) yes).putShort((short) no);
    }

    /// This very TCP socket. Its identity is the kernel's cookie: another one on the same ports is not it.
    static void one(ByteBuffer into, SocketKey key, int sequence) {
        header(into, BY_FAMILY_LENGTH, BY_FAMILY, REQUEST, sequence);
        family(into, key.protocol());
        port(into, key.local().port());
        port(into, key.remote().port());
        address(
                into,
                key.protocol(),
                key.local().address().high(),
                key.local().address().low());
        address(
                into,
                key.protocol(),
                key.remote().address().high(),
                key.remote().address().low());
        into.putInt(0);
        into.putInt((int) key.identity()).putInt((int) (key.identity() >>> 32));
    }

    /// All sockets between these two ports, a handful.
    static void between(ByteBuffer into, SocketKey key, int sequence) {
        header(into, BY_FAMILY_LENGTH, BY_FAMILY, (short) (REQUEST | DUMP), sequence);
        family(into, key.protocol());
        port(into, key.local().port());
        port(into, key.remote().port());
        zeros(into, SOCKET_ID - 2 * Short.BYTES);
    }

    /// Closes the socket that the kernel itself named so: `SOCK_DESTROY`. The cookie in the name keeps others safe.
    static void destroy(ByteBuffer into, Protocol protocol, byte[] socketId, int sequence) {
        header(into, BY_FAMILY_LENGTH, DESTROY, (short) (REQUEST | ACKNOWLEDGE), sequence);
        family(into, protocol);
        into.put(socketId);
    }

    /// No question: the kernel gives the socket its address and does not answer.
    static void nothing(ByteBuffer into) {
        header(into, HEADER, NOTHING, (short) 0, 0);
    }

    private static void header(ByteBuffer into, int length, short type, short flags, int sequence) {
        into.putInt(length).putShort(type).putShort(flags).putInt(sequence).putInt(0);
    }

    private static void family(ByteBuffer into, Protocol protocol) {
        into.put(protocol.isIpv6() ? AF_INET6 : AF_INET).put(protocol.isTcp() ? TCP : UDP);
        into.put(EXTRAS).put((byte) 0).putInt(STATES);
    }

    private static void zeros(ByteBuffer into, int count) {
        for (int i = 0; i < count; i++) {
            into.put((byte) 0);
        }
    }

    private static void port(ByteBuffer into, int port) {
        into.put((byte) (port >>> 8)).put((byte) port);
    }

    /// In network order, as ports are: 16 bytes, of which IPv4 uses the first four.
    private static void address(ByteBuffer into, Protocol protocol, long high, long low) {
        ByteOrder order = into.order();
        into.order(ByteOrder.BIG_ENDIAN);
        if (protocol.isIpv6()) {
            into.putLong(high).putLong(low);
        } else {
            into.putInt((int) low).putInt(0).putLong(0);
        }
        into.order(order);
    }
}
