package dev.porthole.sockets.source.linux;

import dev.porthole.sockets.Figure;
import dev.porthole.sockets.SocketTable;
import java.nio.ByteBuffer;

/// Reads `struct tcp_info` (`linux/tcp.h`), which grows with the kernel: a figure is there if the struct reaches so
// far.
final class TcpInfo {
    private static final int NO_THRESHOLD = 0x7fff_ffff;
    private static final long UNMEASURED = 0xffff_ffffL;

    private TcpInfo() {}

    static void add(ByteBuffer bytes, int at, int length, SocketTable.Builder into) {
        if (length < 104) {
            return;
        }
        into.figure(Figure.RETRANSMIT_TIMEOUT_US, DiagRow.unsigned(bytes, at + 8));
        into.figure(Figure.SEGMENT_SIZE, DiagRow.unsigned(bytes, at + 16));
        into.figure(Figure.PATH_MTU, DiagRow.unsigned(bytes, at + 60));
        long rtt = DiagRow.unsigned(bytes, at + 68);
        if (rtt != 0) {
            into.figure(Figure.RTT_US, rtt).figure(Figure.RTT_VARIATION_US, DiagRow.unsigned(bytes, at + 72));
        }
        long threshold = DiagRow.unsigned(bytes, at + 76);
        if (threshold < NO_THRESHOLD) {
            into.figure(Figure.SLOW_START_THRESHOLD, threshold);
        }
        into.figure(Figure.CONGESTION_WINDOW, DiagRow.unsigned(bytes, at + 80));
        into.figure(Figure.RETRANSMITS, DiagRow.unsigned(bytes, at + 100));
        if (length >= 136) {
            into.figure(Figure.BYTES_ACKED, bytes.getLong(at + 120));
            into.figure(Figure.BYTES_RECEIVED, bytes.getLong(at + 128));
        }
        if (length >= 168) {
            long shortest = DiagRow.unsigned(bytes, at + 148);
            if (shortest != 0 && shortest != UNMEASURED) {
                into.figure(Figure.MIN_RTT_US, shortest);
            }
            long rate = bytes.getLong(at + 160);
            if (rate != 0) {
                into.figure(Figure.DELIVERY_RATE, rate);
            }
        }
        if (length >= 216) {
            into.figure(Figure.BYTES_SENT, bytes.getLong(at + 200));
            into.figure(Figure.BYTES_RETRANSMITTED, bytes.getLong(at + 208));
        }
    }
}
