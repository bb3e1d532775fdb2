package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.SocketTable;
import java.nio.ByteBuffer;

/// Reads what the kernel tells of sockets that it destroys: `struct inet_diag_msg` with `INET_DIAG_PROTOCOL` and the
/// last `tcp_info` (sock_diag(7), Linux 4.2). Foreign bytes raise no exception.
final class DestroyEvents {
    private static final int ATTRIBUTE_HEADER = 4;
    private static final int ATTRIBUTE_TYPE = 0x3fff;
    private static final int PROTOCOL = 10;
    private static final int TCP = 6;
    private static final int UDP = 17;

    private DestroyEvents() {}

    /// Adds the sockets of one part. After a reset the kernel may have cleared ports and figures: the cookie is what
    /// names a socket.
    ///
    /// @param length its true length, which may be more than `bytes` holds
    static void read(ByteBuffer bytes, int length, SocketTable.Builder into) {
        DiagMessages.walk(bytes, length, (part, at, end) -> {
            if (DiagMessages.type(part, at) == DiagRequest.BY_FAMILY) {
                add(part, at + DiagMessages.HEADER, end, into);
            }
            return false;
        });
    }

    private static void add(ByteBuffer bytes, int at, int end, SocketTable.Builder into) {
        int protocol = protocol(bytes, at + DiagRow.LENGTH, end);
        if (protocol == TCP || protocol == UDP) {
            DiagRow.add(bytes, at, end, protocol == TCP, into);
        }
    }

    private static int protocol(ByteBuffer bytes, int from, int end) {
        int at = from;
        while (end - at > ATTRIBUTE_HEADER) {
            int length = bytes.getShort(at) & 0xffff;
            if (length <= ATTRIBUTE_HEADER || length > end - at) {
                return -1;
            }
            if ((bytes.getShort(at + 2) & ATTRIBUTE_TYPE) == PROTOCOL) {
                return bytes.get(at + ATTRIBUTE_HEADER);
            }
            at += (length + 3) & ~3;
        }
        return -1;
    }
}
