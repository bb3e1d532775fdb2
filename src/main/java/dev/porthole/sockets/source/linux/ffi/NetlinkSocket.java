package dev.porthole.sockets.source.linux.ffi;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A netlink socket that is asked for sockets (`AF_NETLINK`, `NETLINK_SOCK_DIAG`; sock_diag(7)). It needs no rights.
/// One buffer serves all answers. For one thread at a time.
public final class NetlinkSocket implements AutoCloseable {
    /// The kernel fills at most this much a call, and sizes the next answer by the largest buffer that it has seen: a
    /// smaller one would cut answers short.
    public static final int CAPACITY = 32 * 1024;

    /// Of [#hear]: the kernel had to throw news away.
    public static final int LOST = -1;

    private static final int REQUEST = 64 * 1024;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SOL_NETLINK = 270;
    private static final int ADD_MEMBERSHIP = 1;

    private final Libc libc;
    private final int descriptor;
    private final MemorySegment answer;
    private final ByteBuffer answerBytes;
    private final MemorySegment request;
    private final ByteBuffer requestBytes;
    private boolean open = true;

    private NetlinkSocket(Libc libc, int descriptor) {
        this.libc = libc;
        this.descriptor = descriptor;
        Arena arena = Arena.ofAuto();
        answer = arena.allocate(CAPACITY, 8);
        answerBytes = answer.asByteBuffer().order(ByteOrder.nativeOrder());
        request = arena.allocate(REQUEST, 8);
        requestBytes = request.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /// Opens one.
    ///
    /// @throws IOException if the kernel or this Java has none; the message says why
    public static NetlinkSocket open() throws IOException {
        Libc libc;
        try {
            libc = new Libc();
        } catch (RuntimeException | LinkageError e) {
            throw new IOException(
                    "Java makes no native calls here, start it with --enable-native-access=dev.porthole: " + e, e);
        }
        int descriptor = libc.openNetlink();
        if (descriptor < 0) {
            throw new IOException(Errno.words(-descriptor));
        }
        int refused = libc.limitWait(descriptor);
        if (refused < 0) {
            libc.close(descriptor);
            throw new IOException(Errno.words(-refused));
        }
        return new NetlinkSocket(libc, descriptor);
    }

    /// Where a question is written, from 0 to its position, before [#send].
    public ByteBuffer request() {
        return requestBytes.clear();
    }

    /// Sends what was written into [#request].
    public void send() throws IOException {
        int sent = libc.send(check(), request, requestBytes.position());
        if (sent < 0) {
            throw new IOException(Errno.words(-sent));
        }
    }

    /// Waits at most a second for the next part of an answer, which [#answer] then holds.
    ///
    /// @return its true length; beyond [#CAPACITY] it was cut short
    public int receive() throws IOException {
        int length = libc.receive(check(), answer);
        while (length == -Errno.EINTR) {
            length = libc.receive(descriptor, answer);
        }
        if (length < 0) {
            throw new IOException(Errno.words(-length));
        }
        return length;
    }

    /// Asks for the news of a group, without being asked again (`NETLINK_ADD_MEMBERSHIP`).
    public void join(int group) throws IOException {
        set(SOL_NETLINK, ADD_MEMBERSHIP, group);
    }

    /// Has the kernel keep this many bytes of news that nobody has heard yet, or as many as it grants.
    public void makeRoom(int bytes) throws IOException {
        set(SOL_SOCKET, SO_RCVBUF, bytes);
    }

    private void set(int level, int option, int value) throws IOException {
        int refused = libc.set(check(), level, option, value);
        if (refused < 0) {
            throw new IOException(Errno.words(-refused));
        }
    }

    /// Waits at most a second for news, which [#answer] then holds.
    ///
    /// @return its true length; 0 if none came; [#LOST]
    public int hear() throws IOException {
        int length = libc.receive(check(), answer);
        return switch (length) {
            case -Errno.EAGAIN, -Errno.EINTR -> 0;
            case -Errno.ENOBUFS -> LOST;
            default -> {
                if (length < 0) {
                    throw new IOException(Errno.words(-length));
                }
                yield length;
            }
        };
    }

    /// The bytes of the last part, in the machine's order.
    public ByteBuffer answer() {
        return answerBytes;
    }

    private int check() throws IOException {
        if (!open) {
            throw new IOException("the netlink socket is closed");
        }
        return descriptor;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            libc.close(descriptor);
        }
    }
}
