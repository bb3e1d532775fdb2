package dev.porthole.sockets.source.linux.ffi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The five calls of the C library. A failed one answers the negative error number, as the kernel itself does.
final class Libc {
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int NETLINK_SOCK_DIAG = 4;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVTIMEO = 20;
    /// Answer the true length of what did not fit.
    private static final int MSG_TRUNC = 0x20;

    private static final long PATIENCE_SECONDS = 1;

    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols = linker.defaultLookup();
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment state = arena.allocate(STATE);

    private final MethodHandle socket = call("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private final MethodHandle setsockopt =
            call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private final MethodHandle send = call("send", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private final MethodHandle recv = call("recv", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private final MethodHandle close = call("close", JAVA_INT, JAVA_INT);

    @SuppressWarnings("restricted")
    private MethodHandle call(String name, MemoryLayout result, MemoryLayout... arguments) {
        // Not critical: recv may wait, and would hold back every safepoint meanwhile.
        return linker.downcallHandle(
                symbols.findOrThrow(name),
                FunctionDescriptor.of(result, arguments),
                Linker.Option.captureCallState("errno"));
    }

    int openNetlink() {
        try {
            return result((int) socket.invokeExact(state, AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_SOCK_DIAG));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /// Lets a call of [#receive] wait for a second and no longer.
    int limitWait(int descriptor) {
        MemorySegment timeval = arena.allocate(JAVA_LONG, 2);
        timeval.setAtIndex(JAVA_LONG, 0, PATIENCE_SECONDS);
        try {
            return result((int) setsockopt.invokeExact(
                    state, descriptor, SOL_SOCKET, SO_RCVTIMEO, timeval, (int) timeval.byteSize()));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /// Sets an option whose value is a whole number.
    int set(int descriptor, int level, int option, int value) {
        MemorySegment number = arena.allocate(JAVA_INT);
        number.set(JAVA_INT, 0, value);
        try {
            return result(
                    (int) setsockopt.invokeExact(state, descriptor, level, option, number, (int) number.byteSize()));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    int send(int descriptor, MemorySegment from, long length) {
        try {
            return result((int) (long) send.invokeExact(state, descriptor, from, length, 0));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    int receive(int descriptor, MemorySegment into) {
        try {
            return result((int) (long) recv.invokeExact(state, descriptor, into, into.byteSize(), MSG_TRUNC));
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    void close(int descriptor) {
        try {
            int _ = (int) close.invokeExact(state, descriptor);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private int result(int result) {
        return result < 0 ? -(int) ERRNO.get(state, 0L) : result;
    }

    /// A handle throws only what its own use is wrong by.
    private static IllegalStateException unexpected(Throwable cause) {
        return new IllegalStateException("a call of the C library failed in Java", cause);
    }
}
