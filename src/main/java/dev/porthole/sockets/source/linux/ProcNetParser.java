package dev.porthole.sockets.source.linux;

import dev.porthole.net.Protocol;
import dev.porthole.sockets.SocketTable;
import java.nio.ByteOrder;

/// Reads the text of `/proc/net/tcp`, `tcp6`, `udp` and `udp6` (proc(5), `net/ipv4/tcp_ipv4.c`):
///
/// ```
///   sl  local_address rem_address   st tx_queue:rx_queue tr:tm->when retrnsmt   uid  timeout inode ...
///    0: 0100007F:0CEA 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 34567 ...
/// ```
///
/// Addresses are 32-bit words in the machine's byte order, ports are plain hexadecimal; uid and inode are decimal.
final class ProcNetParser {
    private static final long MAX_UID = 0xffff_ffffL;
    /// A handshake carries its listener's uid. For every other socket without an inode the kernel writes 0, whoever
    /// had it.
    private static final int SYN_RECV_CODE = 3;

    private final byte[] text;
    private final int end;
    private final Protocol protocol;
    private final boolean littleEndian;
    private int at;
    private boolean failed;

    private ProcNetParser(byte[] text, int length, Protocol protocol, ByteOrder order) {
        this.text = text;
        this.end = length;
        this.protocol = protocol;
        this.littleEndian = order == ByteOrder.LITTLE_ENDIAN;
    }

    /// Adds a row for each line behind the heading.
    ///
    /// @param length how many bytes of `text` count
    /// @param order the byte order of the machine that wrote the text
    /// @return the number of lines that follow no known form and were left out
    static int parse(byte[] text, int length, Protocol protocol, ByteOrder order, SocketTable.Builder into) {
        ProcNetParser parser = new ProcNetParser(text, length, protocol, order);
        int garbled = 0;
        parser.skipLine();
        while (parser.at < length) {
            int line = parser.at;
            if (!parser.isBlankLine() && !parser.line(into)) {
                garbled++;
            }
            parser.at = line;
            parser.skipLine();
        }
        return garbled;
    }

    private boolean isBlankLine() {
        for (int i = at; i < end && text[i] != '\n'; i++) {
            if (text[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private void skipLine() {
        while (at < end && text[at] != '\n') {
            at++;
        }
        at++;
    }

    /// Every field is read before the row is added: a garbled line adds nothing.
    private boolean line(SocketTable.Builder into) {
        failed = false;
        if (!skipPast(':')) {
            return false;
        }
        skipBlanks();
        long localHigh = protocol.isIpv6() ? half() : 0;
        long localLow = protocol.isIpv6() ? half() : word();
        long localPort = separatedHex(':', 4);
        skipBlanks();
        long remoteHigh = protocol.isIpv6() ? half() : 0;
        long remoteLow = protocol.isIpv6() ? half() : word();
        long remotePort = separatedHex(':', 4);
        skipBlanks();
        long state = hex(2);
        skipBlanks();
        long sendQueue = hex(8);
        long receiveQueue = separatedHex(':', 8);
        skipBlanks();
        skipField();
        skipBlanks();
        skipField();
        skipBlanks();
        long uid = decimal();
        skipBlanks();
        skipField();
        skipBlanks();
        long inode = decimal();
        // More fields follow: an inode at the end of the text may be cut short.
        if (failed || at >= end || uid > MAX_UID) {
            return false;
        }
        SocketTable.Builder row = into.add(protocol, KernelState.of((int) state, protocol))
                .local(localHigh, localLow, (int) localPort)
                .remote(remoteHigh, remoteLow, (int) remotePort)
                .receiveQueue(receiveQueue)
                .sendQueue(sendQueue)
                .inode(inode);
        if (inode != 0 || uid != 0 || state == SYN_RECV_CODE) {
            row.uid((int) uid);
        }
        return true;
    }

    private boolean skipPast(char wanted) {
        while (at < end && text[at] != '\n') {
            if (text[at++] == wanted) {
                return true;
            }
        }
        return false;
    }

    private void skipBlanks() {
        while (at < end && text[at] == ' ') {
            at++;
        }
    }

    private void skipField() {
        int start = at;
        while (at < end && text[at] != ' ' && text[at] != '\n') {
            at++;
        }
        failed |= at == start;
    }

    /// Two 32-bit words: half an IPv6 address, big-endian.
    private long half() {
        long first = word();
        return (first << 32) | word();
    }

    /// A 32-bit word of an address, big-endian.
    private long word() {
        int word = (int) hex(8);
        return (littleEndian ? Integer.reverseBytes(word) : word) & 0xffff_ffffL;
    }

    private long separatedHex(char separator, int digits) {
        if (at >= end || text[at] != separator) {
            failed = true;
            return 0;
        }
        at++;
        return hex(digits);
    }

    /// Exactly that many digits.
    private long hex(int digits) {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < end ? Character.digit(text[at], 16) : -1;
            if (digit < 0) {
                failed = true;
                return 0;
            }
            value = (value << 4) | digit;
            at++;
        }
        return value;
    }

    private long decimal() {
        int start = at;
        long value = 0;
        while (at < end && text[at] >= '0' && text[at] <= '9' && at - start < 18) {
            value = value * 10 + text[at++] - '0';
        }
        failed |= at == start || (at < end && text[at] != ' ' && text[at] != '\n');
        return value;
    }
}
