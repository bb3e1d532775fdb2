package dev.porthole.sockets.source.linux;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Finds in the kernel's answers the one socket that has this cookie, and what the kernel itself calls it. Foreign
/// bytes raise no exception.
final class DiagSearch {
    private static final int HEADER = 16;
    private static final int ERROR = 2;
    private static final int DONE = 3;
    private static final int SOCKET_ID_AT = 4;
    private static final int COOKIE_AT = 44;

    private final int sequence;
    private final long cookie;
    private byte @Nullable [] found;
    private int errno;

    /// @param sequence the question's number
    DiagSearch(int sequence, long cookie) {
        this.sequence = sequence;
        this.cookie = cookie;
    }

    /// Reads one part.
    ///
    /// @param length its true length, which may be more than `bytes` holds
    /// @return whether the answer is complete
    boolean read(ByteBuffer bytes, int length) {
        int end = Math.min(length, bytes.capacity());
        int at = 0;
        while (end - at >= HEADER) {
            long message = DiagRow.unsigned(bytes, at);
            if (message < HEADER || message > end - at) {
                return false;
            }
            if (bytes.getInt(at + 8) == sequence && message(bytes, at, at + (int) message)) {
                return true;
            }
            at += ((int) message + 3) & ~3;
        }
        return false;
    }

    private boolean message(ByteBuffer bytes, int at, int end) {
        int type = bytes.getShort(at + 4) & 0xffff;
        if (type == DONE || type == ERROR) {
            int result = end - at >= HEADER + Integer.BYTES ? bytes.getInt(at + HEADER) : 0;
            errno = Math.max(0, -result);
            return true;
        }
        int body = at + HEADER;
        if (type == DiagRequest.BY_FAMILY && end - body >= DiagRow.LENGTH && cookie(bytes, body) == cookie) {
            found = new byte[DiagRequest.SOCKET_ID];
            bytes.get(body + SOCKET_ID_AT, found);
        }
        return false;
    }

    private static long cookie(ByteBuffer bytes, int at) {
        return DiagRow.unsigned(bytes, at + COOKIE_AT) | (DiagRow.unsigned(bytes, at + COOKIE_AT + 4) << 32);
    }

    /// `struct inet_diag_sockid` of the socket; null if no part so far held it.
    byte @Nullable [] found() {
        return found;
    }

    /// The error number with which the kernel refused, or 0.
    int errno() {
        return errno;
    }
}
