package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.SocketTable;
import java.nio.ByteBuffer;

/// Reads the kernel's answer to one question, part by part as it comes in (netlink(7)), and adds its sockets to a
/// table. Foreign bytes raise no exception: what is not understood is counted. Can be used again.
final class DiagReply {
    private static final int DUMP_INTERRUPTED = 0x10;

    private final SocketTable.Builder into;
    private int sequence;
    private boolean tcp;
    private int rows;
    private boolean ipv6;
    private int garbled;
    private boolean interrupted;
    private boolean cut;
    private int errno;

    DiagReply(SocketTable.Builder into) {
        this.into = into;
    }

    /// Begins the answer to the question with this number.
    void begin(int number, boolean isTcp) {
        sequence = number;
        tcp = isTcp;
        rows = 0;
        ipv6 = false;
        garbled = 0;
        interrupted = false;
        cut = false;
        errno = 0;
    }

    /// Reads one part.
    ///
    /// @param bytes the part, from index 0
    /// @param length its true length, which may be more than `bytes` holds
    /// @return whether the answer is complete
    boolean read(ByteBuffer bytes, int length) {
        cut |= length > bytes.capacity();
        DiagMessages.End end = DiagMessages.walk(bytes, length, this::isLast);
        // A message that was cut short is told as such.
        garbled += end == DiagMessages.End.LOST && length <= bytes.capacity() ? 1 : 0;
        return end == DiagMessages.End.STOPPED;
    }

    private boolean isLast(ByteBuffer bytes, int at, int end) {
        return DiagMessages.sequence(bytes, at) == sequence && message(bytes, at, end);
    }

    private boolean message(ByteBuffer bytes, int at, int end) {
        int type = DiagMessages.type(bytes, at);
        interrupted |= (bytes.getShort(at + 6) & DUMP_INTERRUPTED) != 0;
        if (type == DiagMessages.DONE || type == DiagMessages.ERROR) {
            errno = DiagMessages.errno(bytes, at, end);
            return true;
        }
        if (type == DiagRequest.LEGACY_DUMP || type == DiagRequest.BY_FAMILY) {
            socket(bytes, at + DiagMessages.HEADER, end);
        }
        return false;
    }

    private void socket(ByteBuffer bytes, int at, int end) {
        if (DiagRow.add(bytes, at, end, tcp, into)) {
            rows++;
            ipv6 |= bytes.get(at) == DiagRequest.AF_INET6;
        } else {
            garbled++;
        }
    }

    /// Sockets understood so far.
    int rows() {
        return rows;
    }

    /// Whether one of them is of IPv6.
    boolean sawIpv6() {
        return ipv6;
    }

    /// Messages that were not understood, or not wholly.
    int garbled() {
        return garbled;
    }

    /// The kernel says that the table changed under its feet: rows may be missing or double.
    boolean interrupted() {
        return interrupted;
    }

    /// A part was larger than the buffer: rows are missing.
    boolean cut() {
        return cut;
    }

    /// The error number with which the kernel refused, or 0.
    int errno() {
        return errno;
    }
}
