package dev.porthole.sockets.source.linux;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Finds in the kernel's answers the one socket that has this cookie, and what the kernel itself calls it. Foreign
/// bytes raise no exception.
final class DiagSearch {
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
        return DiagMessages.walk(bytes, length, this::isLast) == DiagMessages.End.STOPPED;
    }

    private boolean isLast(ByteBuffer bytes, int at, int end) {
        return DiagMessages.sequence(bytes, at) == sequence && message(bytes, at, end);
    }

    private boolean message(ByteBuffer bytes, int at, int end) {
        int type = DiagMessages.type(bytes, at);
        if (type == DiagMessages.DONE || type == DiagMessages.ERROR) {
            errno = DiagMessages.errno(bytes, at, end);
            return true;
        }
        int body = at + DiagMessages.HEADER;
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
