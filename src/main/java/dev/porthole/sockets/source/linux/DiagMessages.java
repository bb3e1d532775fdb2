package dev.porthole.sockets.source.linux;

import java.nio.ByteBuffer;

/// Walks over the messages of one part that the kernel sent (`struct nlmsghdr`, netlink(7)). Foreign bytes raise no
/// exception.
final class DiagMessages {
    static final int HEADER = 16;
    static final int ERROR = 2;
    static final int DONE = 3;

    private DiagMessages() {}

    /// How a walk ended.
    enum End {
        /// The visitor had enough.
        STOPPED,
        /// All messages were seen.
        SEEN,
        /// A message's length cannot be: where the next one begins nobody knows.
        LOST
    }

    @FunctionalInterface
    interface Visitor {
        /// Sees one whole message.
        ///
        /// @param at where it begins, with its header
        /// @return whether that was enough
        boolean isEnough(ByteBuffer bytes, int at, int end);
    }

    /// Goes from index 0.
    ///
    /// @param length the part's true length, which may be more than `bytes` holds
    static End walk(ByteBuffer bytes, int length, Visitor visitor) {
        int end = Math.min(length, bytes.capacity());
        int at = 0;
        while (end - at >= HEADER) {
            long message = DiagRow.unsigned(bytes, at);
            if (message < HEADER || message > end - at) {
                return End.LOST;
            }
            if (visitor.isEnough(bytes, at, at + (int) message)) {
                return End.STOPPED;
            }
            at += ((int) message + 3) & ~3;
        }
        return End.SEEN;
    }

    static int type(ByteBuffer bytes, int at) {
        return bytes.getShort(at + 4) & 0xffff;
    }

    /// The number of the question that it answers.
    static int sequence(ByteBuffer bytes, int at) {
        return bytes.getInt(at + 8);
    }

    /// The error number that an [#ERROR] or [#DONE] carries, 0 for none.
    static int errno(ByteBuffer bytes, int at, int end) {
        int result = end - at >= HEADER + Integer.BYTES ? bytes.getInt(at + HEADER) : 0;
        return Math.max(0, -result);
    }
}
