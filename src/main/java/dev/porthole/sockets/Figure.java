package dev.porthole.sockets;

import java.util.Locale;

/// A number that a source may or may not tell of a socket. Names and meanings are the kernel's (`struct tcp_info`,
/// `linux/inet_diag.h`).
public enum Figure {
    /// Bytes received and not read; on LISTEN the connections not accepted. On UDP it is memory, with the kernel's
    /// overhead.
    RECEIVE_QUEUE,
    /// Bytes sent and not acknowledged.
    SEND_QUEUE,
    UID,
    /// The kernel's inode, 0 while no process has the socket.
    INODE(true),
    /// The process, on systems that tell it with the socket.
    PID(true),
    /// How long an acknowledgement takes, smoothed: microseconds. Absent until it is measured.
    RTT_US,
    /// How much that varies: microseconds.
    RTT_VARIATION_US,
    /// The shortest one of the last minutes: microseconds.
    MIN_RTT_US,
    /// After this time without acknowledgement a segment is sent again: microseconds.
    RETRANSMIT_TIMEOUT_US,
    /// Segments sent again since the connection began.
    RETRANSMITS,
    /// Congestion window: segments that may be under way.
    CONGESTION_WINDOW,
    /// Slow start threshold: segments. Absent before the first loss.
    SLOW_START_THRESHOLD,
    /// Maximum segment size: bytes.
    SEGMENT_SIZE,
    /// Path MTU: bytes.
    PATH_MTU,
    /// Bytes that the other end has acknowledged; the SYN counts as one.
    BYTES_ACKED(true),
    /// Bytes received; the FIN counts as one.
    BYTES_RECEIVED(true),
    /// Bytes sent, those sent again included.
    BYTES_SENT(true),
    BYTES_RETRANSMITTED(true),
    /// Bytes a second that last reached the other end. Absent until it is measured.
    DELIVERY_RATE(true),
    /// Which timer runs: see [TcpFigures.Timer].
    TIMER,
    /// When it rings: milliseconds from the reading.
    TIMER_LEFT_MS,
    /// Packets that this socket has thrown away since it was opened: its buffer or accept queue was full.
    DROPS,
    /// On LISTEN: how many connections may wait to be accepted.
    BACKLOG,
    /// On an IPv6 listener: 1 if it leaves IPv4 alone, 0 if it is dual-stack.
    V6_ONLY,
    /// Inode of the cgroup v2 folder in which the socket was made: it names the service or container.
    CGROUP(true);

    private final boolean isLong;
    private final String word = name().toLowerCase(Locale.ROOT);

    Figure() {
        this(false);
    }

    Figure(boolean isLong) {
        this.isLong = isLong;
    }

    /// Whether 32 bits without sign are too few.
    boolean isLong() {
        return isLong;
    }

    /// `rtt_us`: the name in files, with the unit.
    public String word() {
        return word;
    }
}
